// What those who work in a region see of its choice.
//
// Whoever sees the whole region sees every selection, as selections.hpp gives it. Others
// with a role in the region (OPDs) see those that a quick-win set has adopted, no sooner:
// which candidates were chosen, by which criteria and weights, and of their own entries
// all that tells why they were chosen or not. Scenarios in work, the problem, and what
// rules found out about other organisations' entries are not theirs.
#pragma once

#include <vector>

#include "pilah/registry/choice/selections.hpp"

namespace pilah::registry {

/// Throws Refusal(kNotFound); Refusal(kForbidden) for who has no role in the region, and of
/// one that was not adopted for who does not see the whole region.
SelectionEntry shown_selection(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region, catalogue::SelectionId id);
/// Newest first.
std::vector<SelectionEntry> shown_selections(const Environment& environment, const Caller& caller,
                                             const catalogue::RegionCode& region);

}  // namespace pilah::registry
