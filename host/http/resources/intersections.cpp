#include "pilah/registry/documents/intersections.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using catalogue::Team;
using catalogue::TeamId;
using registry::CoverageBy;
using registry::Environment;

constexpr const char* kNoGroup = "group.not_found";
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

Response with_tag(Response response, const registry::WorkingGroup& group) {
  // Its count has a life of its own, and not everybody sees its members.
  const std::string form =
      std::to_string(group.innovations) + (group.team.members.empty() ? "" : "m");
  response.headers.emplace_back("ETag", revision_tag(group.revision, form));
  return response;
}

/// What only the host sets.
void require_absent(const boost::json::object& document) {
  for (const char* key : {"id", "region", "kind"}) {
    if (!document.contains(key)) continue;
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
  }
}

Response groups(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::working_groups(environment, request.caller, region);
  return json_response(200, {{"working_groups", registry::working_groups_document(all)}});
}

Response add_group(const Environment& environment, const Request& request,
                   const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto document = document_of(request, DocumentKind::kWhole);
  require_absent(document);
  auto team = catalogue::from_json<Team>(document);
  team.region = region;
  const auto group = registry::add_working_group(environment, request.caller, std::move(team));
  return with_tag(
      created("/api/v1/regions/" + region.text() + "/working-groups/" + group.team.id.text(),
              registry::working_group_document(group)),
      group);
}

Response group(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto found = registry::working_group(environment, request.caller, region,
                                             id_of_path<TeamId>(values[1], kNoGroup));
  return with_tag(json_response(200, registry::working_group_document(found)), found);
}

Response change_group(const Environment& environment, const Request& request,
                      const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<TeamId>(values[1], kNoGroup);
  const auto patch = document_of(request, DocumentKind::kPatch);
  require_absent(patch);
  const auto expected = expected_revision(request, [&] {
    return registry::working_group(environment, request.caller, region, id).revision;
  });
  const auto changed =
      registry::change_working_group(environment, request.caller, region, id, patch, expected);
  return with_tag(json_response(200, registry::working_group_document(changed)), changed);
}

Response list_of_group(const Environment& environment, const Request& request,
                       const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<TeamId>(values[1], kNoGroup);
  const auto limit = Query(request, {"limit"}).number("limit", kUsualList, 1, kLargestList);
  const auto list = registry::list_of_group(environment, request.caller, region, id, limit);
  return json_response(200, {{"innovations", registry::intersecting_document(list)}});
}

}  // namespace

void add_intersections(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* pattern, auto handler,
                       Lane lane = Lane::kQuick) {
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
  const std::string all = "/api/v1/regions/{code}/working-groups";
  add("GET", all.c_str(), groups);
  add("POST", all.c_str(), add_group);
  add("GET", (all + "/{id}").c_str(), group);
  add("PATCH", (all + "/{id}").c_str(), change_group);
  add("GET", (all + "/{id}/innovations").c_str(), list_of_group);
}

}  // namespace pilah::http
