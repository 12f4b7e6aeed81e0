#include "pilah/registry/people/rights.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {
namespace {

using catalogue::Grant;
using catalogue::Role;
using catalogue::TeamKind;

// In the order of Deed.
constexpr std::array kDeedNames = std::to_array<std::string_view>(
    {"read_internal", "register", "approve", "verify", "comment", "map", "relate", "import",
     "moderate", "choose", "record_presence", "do_duties", "assess", "report", "read_plugins",
     "administer_region", "administer_host"});
static_assert(kDeedNames.size() == static_cast<std::size_t>(Deed::kAdministerHost) + 1);

enum class Reach {
  kOwn,     // what the grant's organisation owns
  kRegion,  // everything in the grant's region
  kAnyhow,  // whatever the grant's region: it is no region's
  kHost,    // the host itself, for a grant in all regions
};

struct Rule {
  Role role;
  Deed deed;
  Reach reach;
};

constexpr std::array kRules = std::to_array<Rule>({
    {Role::kContributor, Deed::kReadInternal, Reach::kOwn},
    {Role::kContributor, Deed::kRegister, Reach::kOwn},
    {Role::kContributor, Deed::kComment, Reach::kOwn},
    {Role::kContributor, Deed::kMap, Reach::kOwn},
    {Role::kContributor, Deed::kRelate, Reach::kOwn},
    {Role::kContributor, Deed::kReport, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kReadInternal, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kRegister, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kApprove, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kComment, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kMap, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kRelate, Reach::kOwn},
    {Role::kHeadOfOrganisation, Deed::kReport, Reach::kOwn},
    {Role::kVerifier, Deed::kReadInternal, Reach::kRegion},
    {Role::kVerifier, Deed::kVerify, Reach::kRegion},
    {Role::kVerifier, Deed::kComment, Reach::kRegion},
    {Role::kVerifier, Deed::kMap, Reach::kRegion},
    {Role::kVerifier, Deed::kRelate, Reach::kRegion},
    {Role::kVerifier, Deed::kImport, Reach::kRegion},
    {Role::kVerifier, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kVerifier, Deed::kModerate, Reach::kRegion},
    {Role::kPlanner, Deed::kReadInternal, Reach::kRegion},
    {Role::kPlanner, Deed::kComment, Reach::kRegion},
    {Role::kPlanner, Deed::kMap, Reach::kRegion},
    {Role::kPlanner, Deed::kRelate, Reach::kRegion},
    {Role::kPlanner, Deed::kImport, Reach::kRegion},
    {Role::kPlanner, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kPlanner, Deed::kChoose, Reach::kRegion},
    {Role::kPlanner, Deed::kRecordPresence, Reach::kRegion},
    {Role::kPlanner, Deed::kReport, Reach::kRegion},
    {Role::kPlanner, Deed::kDoDuties, Reach::kRegion},
    {Role::kAssessor, Deed::kReadInternal, Reach::kRegion},
    {Role::kAssessor, Deed::kComment, Reach::kRegion},
    {Role::kAssessor, Deed::kAssess, Reach::kRegion},
    {Role::kMentor, Deed::kReadInternal, Reach::kRegion},
    {Role::kMentor, Deed::kComment, Reach::kRegion},
    {Role::kNationalEvaluator, Deed::kReadInternal, Reach::kRegion},
    {Role::kNationalEvaluator, Deed::kComment, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kReadInternal, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kRegister, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kVerify, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kComment, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kMap, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kRelate, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kImport, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kModerate, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kChoose, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kReport, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kDoDuties, Reach::kRegion},
    {Role::kRegionAdministrator, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kRegionAdministrator, Deed::kAdministerRegion, Reach::kRegion},
    {Role::kHostAdministrator, Deed::kReadPlugins, Reach::kAnyhow},
    {Role::kHostAdministrator, Deed::kAdministerRegion, Reach::kRegion},
    {Role::kHostAdministrator, Deed::kAdministerHost, Reach::kHost},
});

bool reaches(const Grant& grant, Reach reach, const Subject& subject) {
  if (reach == Reach::kAnyhow) return true;
  if (reach == Reach::kHost) return !grant.region;
  if (!subject.region || (grant.region && *grant.region != *subject.region)) return false;
  return reach == Reach::kRegion ||
         (grant.organisation && subject.owner && *grant.organisation == *subject.owner);
}

enum class TeamReach {
  kRegion,     // everything in the team's region
  kDimension,  // entries with a confirmed area of a working group's dimension
  kSuggested,  // those, and entries with such an area that waits to be confirmed
  kTeam,       // what is the team's own
};

struct TeamRule {
  TeamKind team;
  Deed deed;
  TeamReach reach;
};

constexpr std::array kTeamRules = std::to_array<TeamRule>({
    {TeamKind::kCouncil, Deed::kReadInternal, TeamReach::kRegion},
    {TeamKind::kCouncil, Deed::kDoDuties, TeamReach::kTeam},
    {TeamKind::kExecutingTeam, Deed::kReadInternal, TeamReach::kRegion},
    {TeamKind::kExecutingTeam, Deed::kComment, TeamReach::kRegion},
    {TeamKind::kExecutingTeam, Deed::kDoDuties, TeamReach::kTeam},
    {TeamKind::kWorkingGroup, Deed::kReadInternal, TeamReach::kDimension},
    {TeamKind::kWorkingGroup, Deed::kComment, TeamReach::kDimension},
    {TeamKind::kWorkingGroup, Deed::kMap, TeamReach::kSuggested},
    {TeamKind::kWorkingGroup, Deed::kDoDuties, TeamReach::kTeam},
});

bool has_one_of(const std::vector<std::string>& areas, const std::vector<std::string>& some) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& area) {
    return std::find(areas.begin(), areas.end(), area) != areas.end();
  });
}

bool reaches(const Membership& membership, TeamReach reach, const Subject& subject) {
  if (!subject.region || *subject.region != membership.region) return false;
  switch (reach) {
    case TeamReach::kRegion:
      return true;
    case TeamReach::kDimension:
      return has_one_of(membership.areas, subject.areas);
    case TeamReach::kSuggested:
      return has_one_of(membership.areas, subject.areas) ||
             has_one_of(membership.areas, subject.suggested_areas);
    case TeamReach::kTeam:
      return subject.team == membership.team;
  }
  return false;
}

/// Whether the membership would allow the deed, whether or not it counts.
bool would_allow(const Membership& membership, Deed deed, const Subject& subject) {
  return std::any_of(kTeamRules.begin(), kTeamRules.end(), [&](const TeamRule& rule) {
    return rule.team == membership.kind && rule.deed == deed &&
           reaches(membership, rule.reach, subject);
  });
}

/// The same for something in the region.
bool would_allow_somewhere(const Membership& membership, Deed deed,
                           const catalogue::RegionCode& region) {
  return membership.region == region &&
         std::any_of(kTeamRules.begin(), kTeamRules.end(), [&](const TeamRule& rule) {
           return rule.team == membership.kind && rule.deed == deed;
         });
}

void add_word(std::string& words, std::string_view word) {
  words += (words.empty() ? "" : ", ") + std::string(word);
}

/// Which roles, and members of which kinds of teams, can do it.
std::string able_to(Deed deed) {
  std::string words;
  for (const Rule& rule : kRules) {
    if (rule.deed == deed) add_word(words, catalogue::name_of(rule.role));
  }
  for (const TeamRule& rule : kTeamRules) {
    if (rule.deed == deed) add_word(words, catalogue::name_of(rule.team));
  }
  return words.empty() ? "-" : words;
}

/// The caller's roles, and the names of the teams whose membership counts.
std::string held_by(const Caller& caller) {
  std::string words;
  for (const Grant& grant : caller.grants) add_word(words, catalogue::name_of(grant.role));
  for (const Membership& membership : caller.memberships) {
    if (!membership.why_not) add_word(words, membership.name);
  }
  return words.empty() ? "-" : words;
}

/// How far a token must reach for the deed.
catalogue::TokenScope scope_of(Deed deed) {
  switch (deed) {
    case Deed::kReadInternal:
    case Deed::kReadPlugins:
      return catalogue::TokenScope::kRead;
    case Deed::kAdministerRegion:
    case Deed::kAdministerHost:
      return catalogue::TokenScope::kAdminister;
    default:
      return catalogue::TokenScope::kWrite;
  }
}

/// `would` tells of a membership whether it would allow the deed if it counted.
template <class Would>
[[noreturn]] void refuse(const Caller& caller, Deed deed, const Subject& subject, Would would) {
  if (caller.scope < scope_of(deed)) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kForbidden,
        catalogue::Message{"rights.scope",
                           {{"needed", std::string(catalogue::name_of(scope_of(deed)))},
                            {"scope", std::string(catalogue::name_of(caller.scope))}},
                           ""});
  }
  catalogue::Messages why{{"rights." + std::string(name_of(deed)),
                           {{"region", subject.region ? subject.region->text() : "-"},
                            {"able", able_to(deed)},
                            {"held", held_by(caller)}},
                           ""}};
  for (const Membership& membership : caller.memberships) {
    if (membership.why_not && would(membership)) why.push_back(*membership.why_not);
  }
  throw catalogue::Refusal(catalogue::RefusalKind::kForbidden, std::move(why));
}

}  // namespace

std::string_view name_of(Deed deed) { return kDeedNames[static_cast<std::size_t>(deed)]; }

Subject subject_of(const catalogue::Innovation& entry) {
  Subject subject{entry.region, entry.owner};
  for (const auto& mapping : entry.mappings) {
    (mapping.confirmed ? subject.areas : subject.suggested_areas).push_back(mapping.area);
  }
  return subject;
}

bool may(const Caller& caller, Deed deed, const Subject& subject) {
  if (caller.has_data_folder) return true;
  if (caller.scope < scope_of(deed)) return false;
  const bool by_role =
      std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
        return std::any_of(kRules.begin(), kRules.end(), [&](const Rule& rule) {
          return rule.role == grant.role && rule.deed == deed &&
                 reaches(grant, rule.reach, subject);
        });
      });
  return by_role ||
         std::any_of(caller.memberships.begin(), caller.memberships.end(),
                     [&](const Membership& membership) {
                       return !membership.why_not && would_allow(membership, deed, subject);
                     });
}

bool may_somewhere(const Caller& caller, Deed deed, const catalogue::RegionCode& region) {
  if (may(caller, deed, {region, {}})) return true;
  if (caller.scope < scope_of(deed)) return false;
  return std::any_of(caller.grants.begin(), caller.grants.end(),
                     [&](const Grant& grant) {
                       return grant.organisation && may(caller, deed, {region, grant.organisation});
                     }) ||
         std::any_of(caller.memberships.begin(), caller.memberships.end(),
                     [&](const Membership& membership) {
                       return !membership.why_not &&
                              would_allow_somewhere(membership, deed, region);
                     });
}

void require(const Caller& caller, Deed deed, const Subject& subject) {
  if (may(caller, deed, subject)) return;
  refuse(caller, deed, subject,
         [&](const Membership& membership) { return would_allow(membership, deed, subject); });
}

void require_somewhere(const Caller& caller, Deed deed, const catalogue::RegionCode& region) {
  if (may_somewhere(caller, deed, region)) return;
  refuse(caller, deed, {region, {}}, [&](const Membership& membership) {
    return would_allow_somewhere(membership, deed, region);
  });
}

}  // namespace pilah::registry
