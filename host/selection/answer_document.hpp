// An answer as the JSON document that other programs read:
//
//   {"status": "optimal" | "infeasible" | "limit",
//    "selected": [ids in input order] | null, "score": n | null, "bound": n | null,
//    "uses": {resource: n}, "optimal_sets": n,
//    "best": [{"selected", "score", "uses"}],
//    "conflict": [{"pointer", "kind", "text"}], "solve_seconds": s}
//
// One line without an end; the same bytes for the same proven answer but for
// solve_seconds (six decimals). uses holds every resource of the problem, in the
// order in which the document first names them.
#pragma once

#include <string>

#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

std::string answer_document(const Problem& problem, const Answer& answer, double solve_seconds);

}  // namespace pilah::selection
