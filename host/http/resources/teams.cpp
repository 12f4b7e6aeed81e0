#include "pilah/registry/teams/teams.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/intersections.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::http {
namespace {

using catalogue::TeamId;
using registry::Environment;

constexpr std::size_t kUsualList = 50;
constexpr std::size_t kLargestList = 1'000;
constexpr const char* kNotFound = "team.not_found";

struct MembersBody {
  std::vector<registry::NewTeamMember> members;
  static void fields(auto& self, auto&& visit) { visit("members", self.members); }
};

/// The team that an address names.
struct Place {
  catalogue::RegionCode region;
  TeamId id;
};

Place place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<TeamId>(values[1], kNotFound)};
}

std::int64_t expected(const Environment& environment, const Request& request, const Place& place) {
  return expected_revision(request, [&] {
    return registry::team(environment, request.caller, place.region, place.id).revision;
  });
}

/// Its count has a life of its own, its decrees begin and end, and not everybody sees its
/// members. Whoever demands it in If-Match demands the team's revision.
Response answer(Response response, const registry::TeamEntry& entry) {
  std::string mark = std::to_string(entry.innovations.value_or(0));
  for (const auto& decree : entry.decrees) {
    mark += 'd' + std::to_string(static_cast<int>(decree.state));
  }
  if (!entry.members.empty()) mark += 'm';
  if (entry.why_not) mark += 'w';
  response.headers.emplace_back("ETag", revision_tag(entry.revision, mark));
  return response;
}

Response told(const registry::TeamEntry& entry) {
  return answer(json_response(200, registry::team_document(entry)), entry);
}

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

Response add(const Environment& environment, const registry::Caller& by, const Request& request,
             const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  registry::NewTeam asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  const auto entry = registry::add_team(environment, by, region, asked);
  return answer(created("/api/v1/regions/" + region.text() + "/teams/" + entry.team.id.text(),
                        registry::team_document(entry)),
                entry);
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  return told(registry::team(environment, request.caller, region, id));
}

Response change(const Environment& environment, const Request& request, const PathValues& values) {
  const auto place = place_of(environment, values);
  const auto patch = document_of(request, DocumentKind::kPatch);
  return told(registry::change_team(environment, request.caller, place.region, place.id, patch,
                                    expected(environment, request, place)));
}

Response add_members(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto place = place_of(environment, values);
  MembersBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return told(registry::add_team_members(environment, request.caller, place.region, place.id,
                                         body.members, expected(environment, request, place)));
}

Response remove_member(const Environment& environment, const Request& request,
                       const PathValues& values) {
  const auto place = place_of(environment, values);
  const auto person = id_of_path<catalogue::PersonId>(values[2], "person.not_found");
  return told(registry::remove_team_member(environment, request.caller, place.region, place.id,
                                           person, expected(environment, request, place)));
}

Response innovations(const Environment& environment, const Request& request,
                     const PathValues& values) {
  const auto [region, id] = place_of(environment, values);
  const auto limit = Query(request, {"limit"}).number("limit", kUsualList, 1, kLargestList);
  const auto all = registry::list_of_group(environment, request.caller, region, id, limit);
  return json_response(200, {{"innovations", registry::intersecting_document(all)}});
}

}  // namespace

void add_teams(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/teams";
  const auto handled = [&environment](auto handler) {
    return [&environment, handler](const Request& request, const PathValues& values) {
      return handler(environment, request, values);
    };
  };
  table.add({"GET", all, handled(list)});
  table.add({"POST", all,
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return add(environment, by, request, values);
             })});
  table.add({"GET", all + "/{id}", handled(one)});
  table.add({"PATCH", all + "/{id}", handled(change)});
  table.add({"POST", all + "/{id}/members", handled(add_members)});
  table.add({"DELETE", all + "/{id}/members/{person}", handled(remove_member)});
  table.add({"GET", all + "/{id}/innovations", handled(innovations)});
}

}  // namespace pilah::http
