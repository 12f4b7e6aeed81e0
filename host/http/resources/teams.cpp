#include "pilah/registry/teams/teams.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/handlers.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/intersections.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

constexpr std::size_t kUsualList = 50;
constexpr std::size_t kLargestList = 1'000;

struct MembersBody {
  std::vector<registry::NewTeamMember> members;
  static void fields(auto& self, auto&& visit) { visit("members", self.members); }
};

struct Teams {
  using Record = registry::NewTeam;
  using Id = catalogue::TeamId;
  using Entry = registry::TeamEntry;
  static constexpr const char* kPlace = "teams";
  static constexpr const char* kNotFound = "team.not_found";
  static constexpr auto kFind = registry::team;
  static constexpr auto kAdd = registry::add_team;
  static constexpr auto kChange = registry::change_team;
  static constexpr auto kDocumentOf = registry::team_document;
  static Id id_of(const Entry& entry) { return entry.team.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  /// Its count has a life of its own, its decrees begin and end, and not everybody sees its
  /// members.
  static std::string tag_of(const Entry& entry) {
    std::string mark = std::to_string(entry.innovations.value_or(0));
    for (const auto& decree : entry.decrees) {
      mark += 'd' + std::to_string(static_cast<int>(decree.state));
    }
    if (!entry.members.empty()) mark += 'm';
    if (entry.why_not) mark += 'w';
    return revision_tag(entry.revision, mark);
  }
};

using Records = RegionRecords<Teams>;

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto word = Query(request, {"kind"}).one("kind");
  std::optional<catalogue::TeamKind> kind;
  if (word) {
    kind.emplace();
    catalogue::read_json(boost::json::string(*word), *kind, "/kind");
  }
  const auto all = registry::teams(environment, request.caller, region, kind);
  return json_response(200, {{"teams", registry::teams_document(all)}});
}

Response add_members(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  MembersBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return Records::told(registry::add_team_members(environment, request.caller, place.region,
                                                  place.id, body.members,
                                                  Records::expected(environment, request, place)));
}

Response remove_member(const Environment& environment, const Request& request,
                       const PathValues& values) {
  const auto place = Records::place_of(environment, values);
  const auto person = id_of_path<catalogue::PersonId>(values[2], "person.not_found");
  return Records::told(
      registry::remove_team_member(environment, request.caller, place.region, place.id, person,
                                   Records::expected(environment, request, place)));
}

Response innovations(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto [region, id] = Records::place_of(environment, values);
  const auto limit = Query(request, {"limit"}).number("limit", kUsualList, 1, kLargestList);
  const auto all = registry::list_of_group(environment, request.caller, region, id, limit);
  return json_response(200, {{"innovations", registry::intersecting_document(all)}});
}

}  // namespace

void add_teams(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/teams";
  table.add({"GET", all, handler_of(environment, list)});
  Records::add_routes(table, environment);
  table.add({"POST", all + "/{id}/members", handler_of(environment, add_members)});
  table.add({"DELETE", all + "/{id}/members/{person}", handler_of(environment, remove_member)});
  table.add({"GET", all + "/{id}/innovations", handler_of(environment, innovations)});
}

}  // namespace pilah::http
