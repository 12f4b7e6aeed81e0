// What each chosen candidate contributes to the score: its Shapley value (Shapley,
// 1953) in the game in which the worth of some of the chosen is the best score that
// can be had when the rest of the chosen is out and everybody else may come in.
//
// So a candidate that others could replace at once contributes little, however
// high its score. The values add up to the score with all of the chosen minus the
// score without any. 2^n exact solves, each of them an integer; the values are
// integers over n!.
//
// Threads: a pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

constexpr std::size_t kMostContributors = 10;

struct Contributions {
  // By member of the chosen set, in millionths of a score unit at most half of one
  // away from the exact value.
  std::vector<std::int64_t> millionths;
  std::int64_t without_any = 0;  // the best score when none of the chosen is in
};

// Nothing: more than kMostContributors are chosen, some of them cannot be done
// without (then their contribution has no number), or a limit of the options came
// first. Requires: chosen is the best set, and its score times a million fits in 63
// bits.
std::optional<Contributions> contributions(const Problem& problem, const ChosenSet& chosen,
                                           const SolveOptions& options = {});

}  // namespace pilah::selection
