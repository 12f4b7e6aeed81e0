// An answer as the JSON document that other programs read:
//
//   {"status": "optimal" | "infeasible" | "limit",
//    "selected": [ids in input order] | null, "score": n | null, "bound": n | null,
//    "uses": {resource: n}, "optimal_sets": n,
//    "best": [{"selected", "score", "uses"}],
//    "conflict": [{"pointer", "kind", "text", "repair": {"kind", "text", "value"}}],
//    "solve_seconds": s}
//
// value is left out where a repair has none; repair itself if none are given.
//
// One line without an end; the same bytes for the same proven answer but for
// solve_seconds (six decimals). uses holds every resource of the problem, in the
// order in which the document first names them.
#pragma once

#include <span>
#include <string>

#include "pilah/selection/problem.hpp"
#include "pilah/selection/repairs.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

// repairs: none, or one for each constraint of the conflict.
std::string answer_document(const Problem& problem, const Answer& answer,
                            std::span<const Repair> repairs, double solve_seconds);

}  // namespace pilah::selection
