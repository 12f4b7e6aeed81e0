// How far a candidate is from being chosen, or from not being chosen: the best set
// with it beside the best set without it.
//
// Both are those of the total order (solve.hpp), so that one standing answers exactly
// for any other score of the candidate: a further point is a point for every set that
// has it, and for no other.
//
// Threads: pure functions. Units: those of the problem.
#pragma once

#include <cstdint>
#include <optional>

#include "pilah/selection/reasons.hpp"

namespace pilah::selection {

struct Standing {
  bool proven = true;                      // false: a limit came first
  std::optional<ChosenSet> with, without;  // nothing: no such set meets the constraints
  std::uint64_t work = 0;                  // as SolveOptions::work_limit counts it

  // What the set with it falls short of the one without; nothing: one of them is missing.
  std::optional<std::int64_t> lacks() const;
};

// Requires: candidate < problem.size().
Standing standing_of(const Problem& problem, Position candidate, const SolveOptions& options = {});

// The same out of a proven reason why it is not chosen, beside the chosen set.
// Requires: reason.proven and not reason.chosen.
Standing standing_of(const Problem& problem, const ChosenSet& chosen, const Reason& reason);

// Whether the candidate would be in the answer with so many points more (or fewer).
// Requires: a proven standing.
bool joins(const Problem& problem, const Standing& standing, std::int64_t more);

// What decides with so many points more, if it is not the score.
std::optional<Tie> tie_of(const Problem& problem, const Standing& standing, std::int64_t more);

}  // namespace pilah::selection
