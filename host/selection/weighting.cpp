#include "pilah/selection/weighting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace pilah::selection {
namespace {

constexpr std::size_t kMostCompared = 15;

// Mean consistency index of random comparisons of 1 to 15 criteria (Saaty 1980).
constexpr std::array<double, kMostCompared> kRandomIndex = {
    0.00, 0.00, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};

std::string place(std::size_t row, std::size_t column) {
  return "row " + std::to_string(row + 1) + ", column " + std::to_string(column + 1);
}

void require_rows_of(const Table& table, std::size_t length) {
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table[row].size() == length) continue;
    throw std::invalid_argument("Row " + std::to_string(row + 1) + " has " +
                                std::to_string(table[row].size()) + " numbers instead of " +
                                std::to_string(length) + ".");
  }
}

void require_comparisons(const Table& comparisons) {
  const std::size_t n = comparisons.size();
  if (n == 0 || n > kMostCompared) {
    throw std::invalid_argument("Between 1 and 15 criteria can be compared, not " +
                                std::to_string(n) + ".");
  }
  require_rows_of(comparisons, n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double here = comparisons[i][j];
      if (!(here >= 1.0 / 9.001 && here <= 9.001)) {
        throw std::invalid_argument("The comparison in " + place(i, j) + " lies outside 1/9 to 9.");
      }
      if (std::abs(here * comparisons[j][i] - 1) > 0.001) {
        throw std::invalid_argument("The comparison in " + place(i, j) +
                                    " is not the reciprocal of the one in " + place(j, i) + ".");
      }
    }
  }
}

void make_sum_one(std::vector<double>& shares) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
}

}  // namespace

std::vector<std::int64_t> as_millionths(std::span<const double> shares) {
  constexpr std::int64_t kWhole = 1'000'000;
  std::vector<std::int64_t> result;
  std::vector<double> rest;
  for (const double share : shares) {
    const double exact = share * static_cast<double>(kWhole);
    result.push_back(static_cast<std::int64_t>(exact));
    rest.push_back(exact - static_cast<double>(result.back()));
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  std::int64_t left = kWhole - std::accumulate(result.begin(), result.end(), std::int64_t{0});
  for (const std::size_t each : order) {
    if (left <= 0) break;
    ++result[each];
    --left;
  }
  return result;
}

std::vector<double> rank_order_centroid(std::span<const std::size_t> ranks) {
  const std::size_t n = ranks.size();
  // The share of place p, from 1: the mean of 1/1, 1/2, ..., 1/n from 1/p on.
  std::vector<double> of_place(n + 2, 0.0);
  for (std::size_t p = n; p >= 1; --p) {
    of_place[p] = of_place[p + 1] + 1.0 / static_cast<double>(p * n);
  }
  std::vector<double> shares;
  for (const std::size_t rank : ranks) {
    const auto better = static_cast<std::size_t>(
        std::count_if(ranks.begin(), ranks.end(), [&](std::size_t each) { return each < rank; }));
    if (rank != better + 1) {
      throw std::invalid_argument(
          "Rank " + std::to_string(rank) + " does not follow: " + std::to_string(better) +
          " criteria stand before it, so it is " + std::to_string(better + 1) + ".");
    }
    const auto equal = static_cast<std::size_t>(std::count(ranks.begin(), ranks.end(), rank));
    const auto first = of_place.begin() + static_cast<std::ptrdiff_t>(rank);
    shares.push_back(std::accumulate(first, first + static_cast<std::ptrdiff_t>(equal), 0.0) /
                     static_cast<double>(equal));
  }
  return shares;
}

PairwiseWeights pairwise_weights(const Table& comparisons) {
  require_comparisons(comparisons);
  const std::size_t n = comparisons.size();
  PairwiseWeights result;
  result.shares.assign(n, 1.0 / static_cast<double>(n));
  double eigenvalue = static_cast<double>(n);
  // Power iteration: all entries are positive, so it converges (Perron, Frobenius).
  constexpr int kMostSteps = 1000;
  for (int step = 0; step < kMostSteps; ++step) {
    std::vector<double> next(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      next[i] = std::inner_product(comparisons[i].begin(), comparisons[i].end(),
                                   result.shares.begin(), 0.0);
    }
    eigenvalue = std::accumulate(next.begin(), next.end(), 0.0);
    make_sum_one(next);
    double moved = 0;
    for (std::size_t i = 0; i < n; ++i)
      moved = std::max(moved, std::abs(next[i] - result.shares[i]));
    result.shares = std::move(next);
    if (moved < 1e-14) break;
  }
  if (n > 2) {
    const auto size = static_cast<double>(n);
    result.consistency_ratio =
        std::max(0.0, (eigenvalue - size) / (size - 1) / kRandomIndex[n - 1]);
  }
  return result;
}

std::optional<Contradiction> worst_contradiction(const Table& comparisons) {
  constexpr double kAgreed = 1e-9;
  const std::size_t n = comparisons.size();
  std::optional<Contradiction> worst;
  double furthest = kAgreed;
  for (std::size_t i = 0; n > 2 && i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      double sum = 0;  // of logarithms, over all third criteria
      for (std::size_t k = 0; k < n; ++k) {
        if (k != i && k != j) sum += std::log(comparisons[i][k] * comparisons[k][j]);
      }
      const double implied = sum / static_cast<double>(n - 2);
      const double apart = std::abs(std::log(comparisons[i][j]) - implied);
      if (apart <= furthest + kAgreed) continue;
      furthest = apart;
      worst = Contradiction{i, j, comparisons[i][j], std::exp(implied)};
    }
  }
  return worst;
}

std::vector<double> entropy_weights(const Table& values) {
  if (values.size() < 2) throw std::invalid_argument("Entropy needs at least two rows.");
  const std::size_t criteria = values.front().size();
  require_rows_of(values, criteria);
  std::vector<double> shares(criteria, 0.0);
  for (std::size_t j = 0; j < criteria; ++j) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!(values[i][j] >= 0)) {
        throw std::invalid_argument("The value in " + place(i, j) + " is negative or no number.");
      }
      sum += values[i][j];
    }
    if (sum == 0) continue;  // all alike
    double entropy = 0;
    for (const auto& row : values) {
      const double part = row[j] / sum;
      if (part > 0) entropy -= part * std::log(part);
    }
    shares[j] = std::max(0.0, 1 - entropy / std::log(static_cast<double>(values.size())));
  }
  constexpr double kNothing = 1e-12;
  if (std::accumulate(shares.begin(), shares.end(), 0.0) < kNothing) {
    shares.assign(criteria, 1.0);
  }
  make_sum_one(shares);
  return shares;
}

}  // namespace pilah::selection
