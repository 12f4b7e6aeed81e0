// Teams (council, executing team, working groups), the decrees that they come from, and the
// duties of their members.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// Both ends belong to it. "2026" begins with its first day and ends with its last.
struct Term {
  std::optional<PartialDate> from = {};
  std::optional<PartialDate> to = {};  ///< none: until it is replaced
};

/// Whether `day`, a whole one, lies in the term.
inline bool runs(const Term& term, const PartialDate& day) {
  return (!term.from || has_begun(*term.from, day)) && !(term.to && is_over(*term.to, day));
}

/// A decision of the regent or mayor (keputusan) by which teams are set up for a term. The
/// next one names it in `replaces`, and ends it on the day on which it begins itself.
struct Decree {
  DecreeId id;
  RegionCode region;
  std::string number;   ///< as it stands on the paper
  std::string subject;  ///< what it is about (tentang)
  PartialDate signed_on;
  PersonId signed_by;
  std::string office;  ///< in which it was signed
  PartialDate from;
  std::optional<PartialDate> to;
  std::optional<DecreeId> replaces;
  std::optional<Evidence> file;  ///< the paper itself

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("number", self.number);
    visit("subject", self.subject);
    visit("signed_on", self.signed_on);
    visit("signed_by", self.signed_by);
    visit("office", self.office);
    visit("from", self.from);
    visit("to", self.to);
    visit("replaces", self.replaces);
    visit("file", self.file);
  }
  friend bool operator==(const Decree&, const Decree&) = default;
};

struct TeamMember {
  PersonId person;
  std::optional<OrganisationId> organisation;
  std::string duty;                  ///< what they are in it: ketua, sekretaris, anggota
  std::optional<AccountId> account;  ///< with which they sign in; none: they have no rights by it

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("organisation", self.organisation);
    visit("duty", self.duty);
    visit("account", self.account);
  }
  friend bool operator==(const TeamMember&, const TeamMember&) = default;
};

enum class TeamKind { kCouncil, kExecutingTeam, kWorkingGroup, kPanel };

/// A team or a working group. Its members have their rights while one of its decrees runs.
struct Team {
  TeamId id;
  RegionCode region;
  TeamKind kind = TeamKind::kWorkingGroup;
  std::string name;
  std::string decree;               ///< a decree that was noted in words alone: gives no rights
  std::string dimension;            ///< a working group's key of the taxonomy; else empty
  std::optional<PartialDate> from;  ///< a term of its own, within that of its decrees
  std::optional<PartialDate> to;
  std::vector<TeamMember> members;
  std::vector<DecreeId> decrees;  ///< on which it rests, one after the other

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("kind", self.kind);
    visit("name", self.name);
    visit("decree", self.decree);
    visit("dimension", self.dimension);
    visit("from", self.from);
    visit("to", self.to);
    visit("members", self.members);
    visit("decrees", self.decrees);
  }
  friend bool operator==(const Team&, const Team&) = default;
};

/// What a team, or one of its members, has to do by a day.
struct Duty {
  DutyId id;
  RegionCode region;
  std::string text;
  TeamId team;
  std::optional<PersonId> person;  ///< one of its members; none: the team as a whole
  PartialDate due;
  std::optional<PartialDate> done_on;  ///< none: not yet
  std::optional<PersonId> done_by;     ///< with `done_on`: one of its members

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("text", self.text);
    visit("team", self.team);
    visit("person", self.person);
    visit("due", self.due);
    visit("done_on", self.done_on);
    visit("done_by", self.done_by);
  }
  friend bool operator==(const Duty&, const Duty&) = default;
};

}  // namespace pilah::catalogue
