// The 18 areas: how many innovations each has, and which of them suit one that is typed.
#include "pilah/registry/mapping/coverage.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/handlers.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/coverage.hpp"
#include "pilah/registry/documents/mapping.hpp"
#include "pilah/registry/mapping/area_mapping.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

constexpr std::size_t kMostTyped = std::size_t{128} * 1024;  // bytes

Response picture(const Environment& environment, const Request& request, const PathValues& values,
                 std::optional<catalogue::RoundId> round) {
  const auto region = region_of_path(environment, values[0]);
  registry::CoverageOf of;
  of.round = round;
  if (const auto owner = Query(request, {"owner"}).one("owner")) {
    of.owner = catalogue::OrganisationId::parse(*owner);
    if (!of.owner) throw HttpRefusal(400, {"http.parameter_no_id", {{"found", *owner}}, "/owner"});
  }
  return json_response(200, registry::coverage_document(
                                registry::coverage(environment, request.caller, region, of)));
}

Response now(const Environment& environment, const Request& request, const PathValues& values) {
  return picture(environment, request, values, std::nullopt);
}

Response then(const Environment& environment, const Request& request, const PathValues& values) {
  return picture(environment, request, values,
                 id_of_path<catalogue::RoundId>(values[1], "round.not_found"));
}

/// What is typed so far: a document of an innovation in which anything may be missing.
Response suggestions(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  catalogue::Innovation typed;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), typed);
  const auto suggested = registry::suggest_areas(environment, region, typed);
  return json_response(200, {{"suggestions", registry::suggested_areas_document(suggested)}});
}

}  // namespace

void add_coverage(RouteTable& table, const Environment& environment) {
  table.add({"GET", "/api/v1/regions/{code}/coverage", handler_of(environment, now)});
  table.add({"GET", "/api/v1/regions/{code}/rounds/{id}/coverage", handler_of(environment, then),
             Lane::kLong});
  table.add({"POST", "/api/v1/regions/{code}/innovations/area-suggestions",
             handler_of(environment, suggestions), Lane::kQuick,  // a question: it changes nothing
             kMostTyped});
}

}  // namespace pilah::http
