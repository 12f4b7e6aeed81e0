// How far a candidate is from being chosen: the best set with it beside the best set
// without it.
//
// Both are those of the total order (solve.hpp), so that one standing answers exactly
// for any other score of the candidate: a further point is a point for every set that
// has it, and for no other.
//
// Units: those of the problem.
#pragma once

#include <cstdint>
#include <memory>
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

// Out of a proven reason why it is not chosen, beside the chosen set.
// Requires: reason.proven and not reason.chosen.
Standing standing_of(const Problem& problem, const ChosenSet& chosen, const Reason& reason);

// Where candidates stand beside a set that is known to be the best without them.
//
// Ownership: refers to the problem, which must outlive it. Threads: one.
class Standings {
 public:
  // without: none, if no set without them meets the constraints. options bound each
  // candidate.
  Standings(const Problem& problem, std::optional<ChosenSet> without, SolveOptions options = {});
  ~Standings();
  Standings(const Standings&) = delete;
  Standings& operator=(const Standings&) = delete;

  // Requires: candidate < problem.size(), and not in the set.
  Standing of(Position candidate);

 private:
  class Resolver;
  const Problem* problem_;
  std::optional<ChosenSet> without_;
  SolveOptions options_;
  std::unique_ptr<Resolver> resolver_;
};

// Whether the candidate would be in the answer with so many points more (or fewer).
// Requires: a proven standing.
bool joins(const Problem& problem, const Standing& standing, std::int64_t more);

// What decides with so many points more, if it is not the score.
std::optional<Tie> tie_of(const Problem& problem, const Standing& standing, std::int64_t more);

}  // namespace pilah::selection
