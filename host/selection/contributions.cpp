#include "pilah/selection/contributions.hpp"

#include <bit>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/total_order.hpp"
#include "pilah/selection/wide.hpp"

namespace pilah::selection {
namespace {

// The best score by the set of members that may be chosen, a bit each.
std::optional<std::vector<std::int64_t>> worths(const Problem& problem, const ChosenSet& chosen,
                                                const SolveOptions& options) {
  const std::size_t members = chosen.positions.size();
  const auto constraints = constraints_of(problem);
  std::vector<std::int64_t> result(std::size_t{1} << members);
  result.back() = chosen.score;
  for (std::size_t allowed = 0; allowed + 1 < result.size(); ++allowed) {
    Variation variation;
    for (std::size_t member = 0; member < members; ++member) {
      if ((allowed >> member & 1U) == 0) {
        variation.forced.push_back({chosen.positions[member], false});
      }
    }
    engine::Effort effort(options);
    const auto best = engine::best_value(engine::Model(problem, constraints, variation), effort);
    if (!best.known || !best.witness) return std::nullopt;
    result[allowed] = best.value;
  }
  return result;
}

Wide factorial(std::size_t n) {
  Wide product = 1;
  for (std::size_t i = 2; i <= n; ++i) product *= static_cast<std::int64_t>(i);
  return product;
}

// The nearest integer, halves upwards. Requires: divisor > 0.
std::int64_t rounded(Wide value, Wide divisor) {
  const Wide doubled = 2 * value + divisor;
  const Wide down = doubled / (2 * divisor);
  return static_cast<std::int64_t>(down - (doubled % (2 * divisor) < 0 ? 1 : 0));
}

}  // namespace

std::optional<Contributions> contributions(const Problem& problem, const ChosenSet& chosen,
                                           const SolveOptions& options) {
  const std::size_t members = chosen.positions.size();
  if (members > kMostContributors) return std::nullopt;
  const auto worth = worths(problem, chosen, options);
  if (!worth) return std::nullopt;
  Contributions result;
  result.without_any = worth->front();
  const Wide all_orders = factorial(members);
  for (std::size_t member = 0; member < members; ++member) {
    Wide sum = 0;
    for (std::size_t others = 0; others < worth->size(); ++others) {
      const std::size_t bit = std::size_t{1} << member;
      if ((others & bit) != 0) continue;
      const auto before = static_cast<std::size_t>(std::popcount(others));
      const Wide orders = factorial(before) * factorial(members - before - 1);
      sum += orders * ((*worth)[others | bit] - (*worth)[others]);
    }
    result.millionths.push_back(rounded(sum * 1'000'000, all_orders));
  }
  return result;
}

}  // namespace pilah::selection
