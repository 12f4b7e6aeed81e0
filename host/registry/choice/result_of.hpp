// Solves a choice's problem and tells the outcome as the JSON that a selection
// keeps: what was chosen, the proof, every candidate with its reasons. Statements
// are kept without their sentences, criteria without their titles (they stand
// once, under "criteria"): documents/selection.hpp has the form that is shown.
//
// The same bytes for the same input, as long as the answer is proven; pure but for the
// rules that it asks again.
#pragma once

#include <cstddef>
#include <cstdint>

#include <boost/json/object.hpp>

#include "pilah/registry/choice/counted_claims.hpp"
#include "pilah/registry/choice/problem_of.hpp"
#include "pilah/registry/choice/rules_again.hpp"

namespace pilah::registry {

/// So many of the rejected, best first, get a re-solve of their own; of the
/// others only what stands in their way is told.
inline constexpr std::size_t kMostResolved = 1000;

/// Where the rules are not asked again no way in is told. Throws Refusal(kConflict) when
/// the numbers of the problem are too large to be reckoned with.
boost::json::object result_of(const CatalogueView& view, const Scenario& scenario,
                              const Candidates& candidates, const Findings& findings,
                              const std::vector<Judged>& judged, const ChoiceProblem& problem,
                              const GroupWords& words, CountedClaims claims,
                              const RulesAgain& again);

}  // namespace pilah::registry
