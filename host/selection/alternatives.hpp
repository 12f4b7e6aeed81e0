// Other sets beside a chosen or adopted one.
//
//   differs enough:  the best set without at least so many of the members;
//   repair:          members leave an adopted set: the best set that exchanges at
//                    most so many members altogether. With as many exchanges as
//                    members leave, all the others stay.
//
// Each is one exact solve and comes with its price. Threads: pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/constraint.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

struct Alternative {
  // False: a limit came first; the set, if any, is the best one found.
  bool proven = true;

  // Nothing if there is none: the conflict then says why.
  std::optional<ChosenSet> set;
  std::vector<Position> enter, leave;  // against the set that was asked about
  std::int64_t price = 0;              // its score minus that of this one
  std::vector<Conflict> conflict;
};

// Requires: changes <= base.positions.size().
Alternative best_different(const Problem& problem, const ChosenSet& base, std::size_t changes,
                           const SolveOptions& options = {});

// Requires: leaving are members of base, and no more than most_changes.
Alternative best_repair(const Problem& problem, const ChosenSet& base,
                        std::span<const Position> leaving, std::size_t most_changes,
                        const SolveOptions& options = {});

}  // namespace pilah::selection
