#include "pilah/registry/teams/memberships.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pilah/registry/teams/terms.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

std::vector<std::string> areas_of(const catalogue::Taxonomy& taxonomy,
                                  const std::string& dimension) {
  std::vector<std::string> areas;
  for (const auto& area : taxonomy.areas()) {
    if (area.dimension == dimension) areas.push_back(area.key);
  }
  return areas;
}

}  // namespace

std::vector<Membership> memberships_of(store::Reader& reader, const Environment& environment,
                                       const catalogue::AccountId& account) {
  std::vector<Membership> memberships;
  const auto teams = reader.teams_of(account);
  if (teams.empty()) return memberships;
  const auto today = today_of(environment);
  std::map<catalogue::RegionCode, Decrees> decrees;
  for (const auto& [region, id] : teams) {
    const auto stored = reader.find<catalogue::Team>(region, id);
    if (!stored) continue;
    const auto& team = stored->record;
    const auto member = std::find_if(team.members.begin(), team.members.end(),
                                     [&](const auto& each) { return each.account == account; });
    if (member == team.members.end()) continue;
    const auto of_region = decrees.try_emplace(region, reader, region).first;
    memberships.push_back({region, id, team.kind, team.name,
                           areas_of(environment.taxonomy, team.dimension), member->person,
                           of_region->second.why_not(team, today)});
  }
  std::sort(memberships.begin(), memberships.end(), [](const auto& one, const auto& other) {
    return std::pair(one.name, one.team) < std::pair(other.name, other.team);
  });
  return memberships;
}

}  // namespace pilah::registry
