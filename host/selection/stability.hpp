// How sure a choice is of its weights: for each criterion the weights, all others
// kept, under which the chosen set stays the best.
//
// With weight t of one criterion a set is worth A + t B, where B sums its values on
// that criterion and A all others, each times its weight; the best of all sets is
// convex and piecewise linear in t. The ends of the interval are the exact
// crossings of two such lines, found by Newton steps from outside: at each t an
// exact solve gives the best set, whose line crosses that of the chosen one nearer
// by (Newton's method for parametric optimisation; Dinkelbach, Management Science
// 13, 1967). Of all changes of one weight the smallest is the one that matters
// (Triantaphyllou and Sanchez, Decision Sciences 28, 1997).
//
// The scores that a selection maximises are rounded to millionths; what is told
// here is of the unrounded sums of weight times value. Threads: a pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/dominance.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

// numerator / denominator, in lowest terms, denominator > 0.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
  bool operator==(const Ratio&) const = default;
};

struct WeightInterval {
  // The chosen set is a best one for weights from least to most, both included.
  Ratio least, most;
  // A set that is better just beyond; nothing where the interval ends at 0 or at
  // the largest weight that was looked at.
  std::optional<std::vector<Position>> below, above;
};

struct Stability {
  // By criterion; nothing where the chosen set is not a best one by the unrounded
  // sums, or a limit came first.
  std::vector<std::optional<WeightInterval>> intervals;
  // False: a limit of the options, which bound all of it together, came first somewhere.
  bool complete = true;
};

// Looks at weights up to `most`. Requires: weights as many as criteria, none
// negative; `most` at least each of them; the largest sum of weights that is looked
// at, times the candidates, at most 2^43, so that a set's worth fits in 64 bits;
// valuation.values.size() == problem.size() * criteria.
Stability stability(const Problem& problem, const Valuation& valuation,
                    std::span<const std::int64_t> weights, const ChosenSet& chosen,
                    std::int64_t most, const SolveOptions& options = {});

}  // namespace pilah::selection
