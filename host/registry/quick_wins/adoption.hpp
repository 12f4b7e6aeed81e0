// Adoption: every candidate of a stored selection gets its place, with a reason.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/quick_wins/sets.hpp"

namespace pilah::registry {

/// A place for all that are not named one by one.
struct UsualPlacing {
  catalogue::Placing placing = catalogue::Placing::kNotNow;
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("placing", self.placing);
    visit("reason", self.reason);
  }
};

struct Adoption {
  std::string name;
  catalogue::SelectionId selection;
  std::string decree;
  std::vector<catalogue::PlacedCandidate> candidates;
  std::string chosen_reason;         ///< of the chosen that are not named: quick wins
  std::optional<UsualPlacing> rest;  ///< of all others that are not named

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("selection", self.selection);
    visit("decree", self.decree);
    visit("candidates", self.candidates);
    visit("chosen_reason", self.chosen_reason);
    visit("rest", self.rest);
  }
};

/// Only what the selection chose becomes a quick win: whoever wants another forces it in,
/// with a reason, and selects again. A chosen one can be placed otherwise. Throws
/// Refusal(kNotFound) without such a selection, Refusal(kInvalid) with a message per wrong
/// or missing placing, Refusal(kConflict) when it chose nothing, or is adopted already.
QuickWinSetEntry adopt(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region, const Adoption& adoption);

}  // namespace pilah::registry
