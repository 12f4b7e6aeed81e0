#include "pilah/registry/documents/intersections.hpp"

#include <array>

#include <boost/json.hpp>

#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using registry::CoverageBy;
using registry::Environment;

constexpr std::size_t kUsualList = 50;
constexpr std::size_t kLargestList = 1'000;

struct WorkingGroups {
  using Record = catalogue::Team;
  using Id = catalogue::TeamId;
  using Entry = registry::WorkingGroup;
  static constexpr const char* kPlace = "working-groups";
  static constexpr const char* kNotFound = "group.not_found";
  static constexpr std::array kSetByHost = {"id", "region", "kind"};
  static constexpr auto kFind = registry::working_group;
  static constexpr auto kAdd = registry::add_working_group;
  static constexpr auto kChange = registry::change_working_group;
  static constexpr auto kDocumentOf = registry::working_group_document;
  static Id id_of(const Entry& entry) { return entry.team.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  /// Its count has a life of its own, and not everybody sees its members.
  static std::string tag_of(const Entry& entry) {
    return revision_tag(entry.revision, std::to_string(entry.innovations) +
                                            (entry.team.members.empty() ? "" : "m"));
  }
};

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

Response groups(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::working_groups(environment, request.caller, region);
  return json_response(200, {{"working_groups", registry::working_groups_document(all)}});
}

Response list_of_group(const Environment& environment, const Request& request,
                       const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<WorkingGroups::Id>(values[1], WorkingGroups::kNotFound);
  const auto limit = Query(request, {"limit"}).number("limit", kUsualList, 1, kLargestList);
  const auto list = registry::list_of_group(environment, request.caller, region, id, limit);
  return json_response(200, {{"innovations", registry::intersecting_document(list)}});
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
  const std::string all = "/api/v1/regions/{code}/working-groups";
  add("GET", all.c_str(), groups);
  RegionRecords<WorkingGroups>::add_routes(table, environment);
  add("GET", (all + "/{id}/innovations").c_str(), list_of_group);
}

}  // namespace pilah::http
