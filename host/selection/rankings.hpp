// Four other ways to rank the same candidates, as a cross-check beside the
// additive score: never what a selection maximises.
//
//   TOPSIS         how close to the best and far from the worst (Hwang and Yoon 1981)
//   VIKOR          a compromise of the mean and the worst regret (Opricovic 1998)
//   PROMETHEE II   how often it is preferred in pairs, the usual preference
//                  function (Brans and Vincke, Management Science 31, 1985)
//   SPOTIS         how far from an ideal point, free of rank reversal (Dezert,
//                  Tchamova, Han and Tacnet, FUSION 2020)
//
// Where all are alike on a criterion it decides nothing. Threads: pure functions.
// Requires everywhere: at least one alternative, each with as many values as there
// are weights; weights not negative, of sum 1; only finite numbers.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "pilah/selection/weighting.hpp"

namespace pilah::selection {

struct Decision {
  Table values;                 // by alternative, then by criterion
  std::vector<double> weights;  // by criterion
  std::vector<bool> more_is_better;
};

enum class Normalisation { kMinMax, kVector };

// 0 to 1, more is better.
std::vector<double> topsis(const Decision& decision, Normalisation normalisation);

// 0 to 1, less is better. mean_share: how much the mean regret counts against the
// worst one.
std::vector<double> vikor(const Decision& decision, double mean_share = 0.5);

// Net flow, -1 to 1, more is better. The same for every alternative when there is
// but one: 0.
std::vector<double> promethee_ii(const Decision& decision);

// Distance to the better end of each range, 0 to 1, less is better. ranges: of each
// criterion its least and its most. Requires: least < most.
struct Range {
  double least = 0;
  double most = 1;
};
std::vector<double> spotis(const Decision& decision, std::span<const Range> ranges);

// The places that values give, from 1. Equal ones (within 1e-9, which is more than
// rounding can do) share the best of their places: 1, 2, 2, 4.
std::vector<std::size_t> places(std::span<const double> values, bool more_is_better);

}  // namespace pilah::selection
