// An adopted selection as everybody may see it: what openness.hpp does not show is gone,
// from the record itself, so that no form of it tells more.
//
// Values; any thread.
#pragma once

#include "pilah/catalogue/choice.hpp"
#include "pilah/registry/public_sets/openness.hpp"

namespace pilah::registry {

/// Without the problem, and of the result without
/// - hidden candidates, everywhere;
/// - where the rules' findings are not shown: scores (null), the criteria's values, unknown
///   ones, claims, ways in, the order by score (it is by name then);
/// - cost, duration and staff that are not shown: null;
/// - relations with their notes, sealed weights, the dossier's name.
/// Reasons and notes: public_words.hpp.
catalogue::SelectionRecord redacted(catalogue::SelectionRecord selection, const Openness& open);

}  // namespace pilah::registry
