// An amendment: a new set in the place of one that was adopted. The old one stays as it was,
// with its formulations and signatures; action plans and reports are the selection's, which
// both share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/quick_wins/sets.hpp"

namespace pilah::registry {

struct NewAmendment {
  std::string name;  ///< empty: as before
  std::string reason;
  std::string decree;
  std::vector<catalogue::PlacedCandidate> candidates;  ///< those that are placed anew
  /// Those who sign again; all, unless it is said. Others' signatures hold.
  std::optional<std::vector<catalogue::PersonId>> signs_again;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("reason", self.reason);
    visit("decree", self.decree);
    visit("candidates", self.candidates);
    visit("signs_again", self.signs_again);
  }
};

/// Who came may be any candidate of the set's selection: the decree and the reason stand for
/// it. What stays keeps its formulation and its plan. Throws Refusal(kInvalid) with a
/// message per wrong field, Refusal(kConflict) when the set is amended already,
/// Refusal(kStale) when it has changed since `expected_revision`.
QuickWinSetEntry amend(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region, catalogue::QuickWinSetId set,
                       const NewAmendment& amendment, std::int64_t expected_revision);

}  // namespace pilah::registry
