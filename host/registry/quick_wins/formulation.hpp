// How a quick win is formulated (perumusan): its official name, the programme's text, the
// output, who leads and who supports, and what it costs each year.
#pragma once

#include "pilah/registry/quick_wins/sets.hpp"

namespace pilah::registry {

/// Formulates the quick win, or replaces what was formulated, until somebody has signed the
/// set. `sources` are the entries that the candidate is made of, whatever was asked. Throws
/// Refusal(kInvalid) with a message per wrong field, Refusal(kConflict) for a set that is
/// signed or amended, Refusal(kStale) for one that has changed since `expected_revision`.
QuickWinSetEntry formulate(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, catalogue::QuickWinSetId set,
                           catalogue::Formulation formulation, std::int64_t expected_revision);

}  // namespace pilah::registry
