// Who is chosen under any reasonable weights: stochastic multicriteria
// acceptability analysis (SMAA: Lahdelma and Salminen, Operations Research 49,
// 2001), with the selection in the place of the ranking.
//
// Weights are drawn, each draw is answered exactly, and a candidate's acceptability
// is the share of the draws that choose it. The draws come from one seed and are
// integers, so the counts are the same on every machine. Most draws need no search:
// what is known under other weights settles them (engine/weighing.hpp).
//
// Threads: a pure function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pilah/selection/dominance.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

struct AcceptabilityOptions {
  // With 9,604 the share is within .01 of the truth, 19 times of 20.
  std::uint32_t samples = 9604;
  std::uint64_t seed = 1;
  // Whose weights are drawn; the others weigh nothing. Empty: all.
  std::vector<std::size_t> criteria = {};
  // They stand from the most important on, and drawn weights keep that order.
  bool ordered = false;
};

struct Acceptability {
  std::uint32_t samples = 0;          // solved; fewer than asked for when a limit came first
  std::vector<std::uint32_t> chosen;  // by candidate: in how many of the samples

  // By candidate, then by criterion: the sum of the weights (millionths) of the
  // samples that choose it. Over `chosen` it is the central weight: what somebody
  // who prefers this candidate typically thinks of the criteria.
  std::vector<std::int64_t> weights;

  bool always(Position candidate) const { return samples > 0 && chosen[candidate] == samples; }
  bool never(Position candidate) const { return chosen[candidate] == 0; }
  double share(Position candidate) const {
    return samples == 0 ? 0.0 : static_cast<double>(chosen[candidate]) / samples;
  }
  // Half the width of the interval that holds a share of one half with 95 %
  // confidence; all other shares are known better.
  double error() const;
};

// Requires: valuation.values.size() == problem.size() * criteria, criteria >= 1.
// An infeasible problem gives 0 samples. options bound all of it together.
Acceptability acceptability(const Problem& problem, const Valuation& valuation,
                            const AcceptabilityOptions& how, const SolveOptions& options = {});

}  // namespace pilah::selection
