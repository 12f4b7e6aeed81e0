// Weights of criteria from what people say of them, or from the data alone.
//
//   by rank:   rank order centroid (Barron and Barrett, Management Science 42, 1996);
//   in pairs:  the analytic hierarchy process: the principal eigenvector of the
//              comparisons, and how consistent they are (Saaty, The Analytic
//              Hierarchy Process, 1980);
//   by data:   entropy: a criterion on which all are alike weighs nothing (Zeleny,
//              Multiple Criteria Decision Making, 1982). A look at the data, not a
//              judgement of what matters.
//
// All give shares that add up to 1; as_millionths() makes them the integers that a
// selection takes. Threads: pure functions. Errors: std::invalid_argument with a
// sentence that names the row and column, from 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pilah::selection {

// Rows of equal length.
using Table = std::vector<std::vector<double>>;

// Millionths that add up to 1,000,000: each rounded down, and what is then left
// goes to the largest remainders, the first ones first.
// Requires: shares not negative and of a sum that is about 1.
std::vector<std::int64_t> as_millionths(std::span<const double> shares);

// ranks: of each criterion, 1 for the most important; equal ranks share what their
// places have together. Refused unless they are the places of a ranking (1, 1, 3 or
// 1, 2, 3, not 1, 3).
std::vector<double> rank_order_centroid(std::span<const std::size_t> ranks);

struct PairwiseWeights {
  std::vector<double> shares;
  // 0: the comparisons agree with one another; above 0.1 they should be thought
  // over. Always 0 for one or two criteria.
  double consistency_ratio = 0;
};

// comparisons[i][j]: how many times as important i is as j, 1/9 to 9; the diagonal
// is 1 and the other half the reciprocal, within a thousandth. Up to 15 criteria.
PairwiseWeights pairwise_weights(const Table& comparisons);

// The comparison that agrees least with the others.
struct Contradiction {
  std::size_t row = 0, column = 0;  // row < column
  double said = 1;
  // What the others say by way of each third criterion: their geometric mean.
  double implied = 1;
};

// The first of those that are furthest apart, as a ratio. Nothing: fewer than three
// criteria, or all agree. Requires comparisons that pairwise_weights() takes.
std::optional<Contradiction> worst_contradiction(const Table& comparisons);

// values[i][j]: of alternative i on criterion j, not negative. At least two rows.
// Where every criterion is alike for all, all weigh the same.
std::vector<double> entropy_weights(const Table& values);

}  // namespace pilah::selection
