// Where the candidates of a selection are placed, each with its reason; for adoption and
// amendment alike.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/quick_win_set.hpp"

namespace pilah::registry {

inline constexpr std::size_t kLongestReason = 2'000;  // bytes

/// A message for each that is no candidate of the selection, is named twice, or has no reason.
void check_placings(const catalogue::SelectionRecord& selection,
                    const std::vector<catalogue::PlacedCandidate>& placed,
                    catalogue::Messages& wrong);

/// The ids that are quick wins, in the order of `placed`.
std::vector<std::string> quick_wins_in(const std::vector<catalogue::PlacedCandidate>& placed);

}  // namespace pilah::registry
