// Decrees (keputusan) by which a region sets up its council, its executing team and its
// working groups: noted with their term, kept with their file, replaced by the next.
//
// Planners note them; whoever works in the region reads them. A decree is never taken away:
// the next one names it, and what rested on the one goes on under the other.
//
// Errors: catalogue::Refusal; kNotFound for a decree that is none, kStale when it was
// changed since `expected_revision`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/team.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/evidence/evidence.hpp"
#include "pilah/registry/teams/terms.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostDecrees = 500;          // of a region
inline constexpr std::size_t kLongestDecreeText = 1'000;  // bytes

struct NewDecree {
  std::string number;
  std::string subject;
  catalogue::PartialDate signed_on;  ///< a whole day, not after today
  std::string signed_by;             ///< a name
  std::string office;
  catalogue::PartialDate from;
  std::optional<catalogue::PartialDate> to;
  std::optional<catalogue::DecreeId> replaces;
  /// Which teams of the replaced one go on under this one; not said: all.
  std::optional<std::vector<catalogue::TeamId>> teams;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("number", self.number);
    visit("subject", self.subject);
    visit("signed_on", self.signed_on);
    visit("signed_by", self.signed_by);
    visit("office", self.office);
    visit("from", self.from);
    visit("to", self.to);
    visit("replaces", self.replaces);
    visit("teams", self.teams);
  }
};

struct DecreeTeam {
  catalogue::TeamId id;
  catalogue::TeamKind kind = catalogue::TeamKind::kWorkingGroup;
  std::string name;
};

struct DecreeEntry {
  catalogue::Decree decree;
  std::string signed_by;  ///< empty: the name was erased
  DecreeState state = DecreeState::kRuns;
  std::optional<catalogue::DecreeId> replaced_by;
  std::vector<DecreeTeam> teams;  ///< that rest on it or rested on it, by name
  std::int64_t revision = 0;
};

/// Those that begin last first.
std::vector<DecreeEntry> decrees(const Environment& environment, const Caller& caller,
                                 const catalogue::RegionCode& region);

DecreeEntry decree(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, catalogue::DecreeId id);

/// Throws Refusal(kInvalid) with a message per wrong field, Refusal(kConflict) for a number
/// that is there, a decree that is replaced already, or when there are too many.
DecreeEntry add_decree(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region, const NewDecree& asked);

/// Corrects what `patch` names (RFC 7396) of number, subject, signed_on, office, from, to.
DecreeEntry change_decree(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region, catalogue::DecreeId id,
                          const boost::json::object& patch, std::int64_t expected_revision);

/// Keeps the paper itself, once. Throws as add_evidence() does of the file, and
/// Refusal(kConflict) when there is one.
DecreeEntry add_decree_file(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, catalogue::DecreeId id,
                            const EvidenceUpload& upload);

/// Throws Refusal(kNotFound) without one.
EvidenceFile decree_file(const Environment& environment, const Caller& caller,
                         const catalogue::RegionCode& region, catalogue::DecreeId id);

}  // namespace pilah::registry
