// Candidates that no weights can bring into the selection.
//
// Candidate i goes when enough others stand before it whatever the criteria weigh:
// no worse on any criterion, no more use of anything that is limited, in every
// group of i that has a minimum or a coverage, bound by no pair, and not forced.
// One of them could then take i's place in any set that holds i. It may be in the
// set already, or the set may have filled a group with a maximum that i is not in;
// so there must be more such others, in different groups, than the rest of a set
// can block. Equal ones stand before by position, as in the total order of answers.
//
// Threads: a pure function.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "pilah/selection/problem.hpp"

namespace pilah::selection {

// The values of the candidates on the criteria of the score (score.hpp).
struct Valuation {
  std::size_t criteria = 0;
  std::vector<std::int64_t> values;  // by candidate, then by criterion: millionths, 0 to 10^6

  std::span<const std::int64_t> of(Position candidate) const {
    return std::span(values).subspan(candidate * criteria, criteria);
  }
};

// Ascending. The answer of the problem under any weights is the same without them.
// Requires: valuation.values.size() == problem.size() * criteria.
std::vector<Position> dominated(const Problem& problem, const Valuation& valuation);

}  // namespace pilah::selection
