#include "pilah/registry/documents/intersections.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/relation.hpp"
#include "pilah/registry/relations/packages.hpp"

namespace pilah::http {
namespace {

using registry::CoverageBy;
using registry::Environment;

constexpr std::size_t kUsualList = 50;
constexpr std::size_t kLargestList = 1'000;

Response rows(const Environment& environment, const Request& request, const PathValues& values,
              CoverageBy by) {
  const auto region = region_of_path(environment, values[0]);
  const auto found = registry::coverage_rows(environment, request.caller, region, by);
  return json_response(200, registry::coverage_rows_document(found));
}

Response pairs(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto found = registry::intersections(environment, request.caller, region);
  return json_response(200, registry::intersections_document(found));
}

Response pair(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto limit = Query(request, {"limit"}).number("limit", kUsualList, 1, kLargestList);
  const auto list =
      registry::intersecting(environment, request.caller, region, values[1], values[2], limit);
  return json_response(200, {{"innovations", registry::intersecting_document(list)}});
}

/// The entries between two dimensions as one candidate.
Response make_package(const Environment& environment, const registry::Caller& by,
                      const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::IntersectionPackage asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  const auto entry =
      registry::package_intersection(environment, by, region, values[1], values[2], asked);
  auto response =
      created("/api/v1/regions/" + region.text() + "/packages/" + entry.package.id.text(),
              registry::package_document(entry));
  response.headers.emplace_back("ETag", revision_tag(entry.revision));
  return response;
}

}  // namespace

void add_intersections(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* pattern, auto handler,
                       std::optional<Lane> lane = std::nullopt) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               },
               lane});
  };
  const auto by = [](CoverageBy which) {
    return [which](const Environment& host, const Request& request, const PathValues& values) {
      return rows(host, request, values, which);
    };
  };
  const std::string coverage = "/api/v1/regions/{code}/coverage";
  add("GET", (coverage + "/by-area").c_str(), by(CoverageBy::kArea));
  add("GET", (coverage + "/by-dimension").c_str(), by(CoverageBy::kDimension));
  add("GET", (coverage + "/by-owner").c_str(), by(CoverageBy::kOwner));
  add("GET", (coverage + "/by-round").c_str(), by(CoverageBy::kRound), Lane::kLong);
  add("GET", (coverage + "/pairs").c_str(), pairs);
  add("GET", (coverage + "/pairs/{first}/{second}").c_str(), pair);
  table.add({"POST", coverage + "/pairs/{first}/{second}/package",
             once(environment, [&environment](const registry::Caller& caller,
                                              const Request& request, const PathValues& values) {
               return make_package(environment, caller, request, values);
             })});
}

}  // namespace pilah::http
