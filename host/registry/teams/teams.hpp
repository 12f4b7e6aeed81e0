// The teams of a region: its council (dewan), its executing team (tim pelaksana), and its
// working groups (pokja), one or more per dimension, each with the list of the innovations
// that touch its dimension.
//
// Everybody sees which teams there are; who is in them, whoever sees the whole region or is
// in the team. Planners set them up. What a member may do stands in people/rights.hpp; it
// counts while a decree of the team runs (terms.hpp). Panels are records of their own.
//
// Errors: catalogue::Refusal; kNotFound for a team that is none, kStale when it was changed
// since `expected_revision`, kConflict for a team whose term is over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/team.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/mapping/intersections.hpp"
#include "pilah/registry/teams/terms.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostTeams = 500;        // of a region
inline constexpr std::size_t kMostTeamMembers = 200;  // of a team
inline constexpr std::size_t kLongestTeamText = 200;  // bytes; names and offices

struct NewTeamMember {
  std::optional<catalogue::PersonId> person;  ///< somebody who is known already
  std::string name;                           ///< else; empty: the account's
  std::string office;
  std::optional<catalogue::OrganisationId> organisation;
  std::string duty;     ///< what they are in the team: ketua, sekretaris, anggota
  std::string account;  ///< id or sign-in name; empty: they do not sign in

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("name", self.name);
    visit("office", self.office);
    visit("organisation", self.organisation);
    visit("duty", self.duty);
    visit("account", self.account);
  }
};

struct NewTeam {
  catalogue::TeamKind kind = catalogue::TeamKind::kWorkingGroup;
  std::string name;
  std::string dimension;                       ///< of a working group: a key of the taxonomy
  std::optional<catalogue::DecreeId> decree;   ///< none yet: its members have no rights by it
  std::optional<catalogue::PartialDate> from;  ///< a term of its own, if it is shorter
  std::optional<catalogue::PartialDate> to;
  std::vector<NewTeamMember> members;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("name", self.name);
    visit("dimension", self.dimension);
    visit("decree", self.decree);
    visit("from", self.from);
    visit("to", self.to);
    visit("members", self.members);
  }
};

struct TeamMemberEntry {
  std::string name;          ///< empty: it was erased
  std::string organisation;  ///< its name; empty: none
};

struct TeamDecree {
  catalogue::DecreeId id;
  std::string number;
  DecreeState state = DecreeState::kRuns;
};

struct TeamEntry {
  catalogue::Team team;                       ///< without members for whoever may not see them
  std::vector<TeamMemberEntry> members;       ///< in the team's order
  std::vector<TeamDecree> decrees;            ///< likewise
  std::optional<catalogue::Message> why_not;  ///< why it does not count today; none: it does
  /// Of a working group: how many touch its dimension and are seen by the caller.
  std::optional<std::int64_t> innovations;
  std::int64_t revision = 0;
};

/// The council, the executing team, then working groups in the taxonomy's order of their
/// dimensions; by name. With `kind` those alone.
std::vector<TeamEntry> teams(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region,
                             std::optional<catalogue::TeamKind> kind = {});

TeamEntry team(const Environment& environment, const Caller& caller,
               const catalogue::RegionCode& region, catalogue::TeamId id);

/// Throws Refusal(kInvalid) with a message per wrong field, Refusal(kConflict) for a decree
/// whose term is over.
TeamEntry add_team(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, const NewTeam& asked);

/// Changes what `patch` names (RFC 7396) of name, dimension, from and to; with "decree" it
/// rests on that one, too.
TeamEntry change_team(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::TeamId id,
                      const boost::json::object& patch, std::int64_t expected_revision);

TeamEntry add_team_members(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, catalogue::TeamId id,
                           const std::vector<NewTeamMember>& members,
                           std::int64_t expected_revision);

/// History tells who it was. Open duties of theirs become the team's.
TeamEntry remove_team_member(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, catalogue::TeamId id,
                             catalogue::PersonId person, std::int64_t expected_revision);

/// A working group's list: what touches its dimension, by name. Throws Refusal(kNotFound)
/// for a team of another kind.
std::vector<IntersectingInnovation> list_of_group(const Environment& environment,
                                                  const Caller& caller,
                                                  const catalogue::RegionCode& region,
                                                  catalogue::TeamId id, std::size_t limit = 50);

}  // namespace pilah::registry
