#include "pilah/selection/score.hpp"

#include <algorithm>
#include <cmath>

#include "pilah/selection/wide.hpp"

namespace pilah::selection {

namespace {

// Sums below it, times a million and doubled, fit in 64 bits.
constexpr Wide kSmallTotal = Wide{1} << 41;

Wide total(std::span<const std::int64_t> weights) {
  Wide sum = 0;
  for (const auto weight : weights) sum += weight;
  return sum;
}

Wide weighted(std::span<const std::int64_t> weights, std::span<const std::int64_t> values) {
  Wide sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += Wide{weights[i]} * values[i];
  return sum;
}

// floor((2 sum + all) / (2 all)); both are not negative.
std::int64_t rounded(Wide sum, Wide all) {
  return static_cast<std::int64_t>((2 * sum + all) / (2 * all));
}

}  // namespace

std::int64_t quantised(double value) { return std::llround(value * static_cast<double>(kMillion)); }

std::int64_t score_of(std::span<const std::int64_t> weights, std::span<const std::int64_t> values) {
  const Wide all = total(weights);
  if (all >= kSmallTotal) return rounded(weighted(weights, values), all);
  // The same without division in 128 bits, which takes most of the time.
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * values[i];
  const auto whole = static_cast<std::int64_t>(all);
  return (2 * sum + whole) / (2 * whole);
}

std::int64_t contribution_of(std::span<const std::int64_t> weights,
                             std::span<const std::int64_t> values, std::size_t index) {
  return rounded(Wide{weights[index]} * values[index], total(weights));
}

std::optional<std::int64_t> value_for(std::span<const std::int64_t> weights,
                                      std::span<const std::int64_t> values, std::size_t index,
                                      std::int64_t wanted) {
  if (weights[index] == 0) return std::nullopt;
  // score >= wanted  <=>  2 (S + W d) + T >= 2 T wanted, S and T without the rise d.
  const Wide all = total(weights);
  const Wide lacking = 2 * all * wanted - all - 2 * weighted(weights, values);
  if (lacking <= 0) return values[index];
  const Wide per_step = 2 * Wide{weights[index]};
  const Wide rise = (lacking + per_step - 1) / per_step;
  if (rise > kMillion - values[index]) return std::nullopt;
  return values[index] + static_cast<std::int64_t>(rise);
}

}  // namespace pilah::selection
