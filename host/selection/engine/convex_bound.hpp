// What sets that nobody has looked at can be worth at most, at any weights, from what is
// known at some.
//
// The worth of a set is linear in the weights, so at a mean of solved weights a set is
// worth the mean of what it is worth there. If every set that is worth at least t(v) at
// weights v is listed, then one that is in no list is worth less than the least mean of
// the t(v) over all means of solved weights that give the weights in question: a linear
// programme with a row for each criterion.
//
// It is solved in floating point; what it says is then proven in 128-bit integers, with
// the weights' rounding and that of the scores (score.hpp) taken into account.
//
// Units: weights are millionths that add up to a million; worths are scores in
// millionths. Ownership: owns everything. Threads: one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pilah/selection/wide.hpp"

namespace pilah::selection::engine {

class ConvexBound {
 public:
  // No set has more members than that.
  ConvexBound(std::size_t criteria, std::int64_t most_members);

  // Every set that scores at least listed_from under these weights is listed.
  void add(std::span<const std::int64_t> weights, std::int64_t listed_from);

  // Whether it is proven that each set in no list scores less than `score` under these
  // weights. False may mean that nothing is known near by.
  bool below(std::span<const std::int64_t> weights, std::int64_t score);

 private:
  // Solved weights with their share of a mean.
  struct Share {
    std::size_t at = 0;
    double share = 0;
  };
  // From the single weights that are nearest to these.
  void start(std::span<const std::int64_t> weights);
  std::size_t entering();
  bool pivot(std::size_t entering);
  bool proves(std::span<const std::int64_t> weights, std::int64_t score) const;

  std::size_t criteria_;
  std::int64_t most_members_;
  std::vector<std::vector<std::int64_t>> solved_;  // weights
  std::vector<std::int64_t> unlisted_;             // the most that a set in no list scores there
  std::vector<std::vector<double>> column_;  // by criterion, then as solved_: weights as shares
  std::vector<double> cost_;                 // unlisted_ in floating point

  // A basis of the programme: the rows of its inverse, and what each basic one is worth.
  std::vector<Share> basis_;
  std::vector<double> inverse_;  // criteria times criteria, by basic one
  std::vector<double> price_, reduced_, direction_;
  std::size_t next_ = 0;  // where the search for an entering one goes on
};

}  // namespace pilah::selection::engine
