// Why no set meets all constraints: an irreducible selection of them that cannot
// hold together.
#pragma once

#include <span>
#include <vector>

#include "pilah/selection/constraint.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"

namespace pilah::selection {

// `witnesses` are any sets that may meet many of the constraints: they spare
// searches. Requires: the problem's constraints cannot hold together with the variation.
// Every one returned is needed for that, as far as the effort sufficed to tell.
// Method: QuickXplain (Junker, AAAI 2004), so few large conflicts cost about as
// many searches as they have members times log(all).
std::vector<Constraint> irreducible_conflict(const Problem& problem, const Variation& variation,
                                             std::vector<std::vector<Position>> witnesses,
                                             engine::Effort& effort);

// The same as an answer lists it.
std::vector<Conflict> named(const Problem& problem, std::span<const Constraint> constraints);

}  // namespace pilah::selection
