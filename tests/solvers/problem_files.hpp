// A problem as files: the document that pilah reads, and the CPLEX LP format that
// other solvers read.
#pragma once

#include <ostream>

#include "pilah/selection/problem.hpp"

namespace pilah::selection::solvers {

void write_document(std::ostream& out, const Problem& problem);

// Candidate i is the column "x<i>"; a group of a coverage has a column "y<i>".
void write_lp(std::ostream& out, const Problem& problem);

}  // namespace pilah::selection::solvers
