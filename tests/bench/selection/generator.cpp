#include "generator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <stdexcept>
#include <variant>
#include <vector>

#include "pilah/selection/problem_builder.hpp"
#include "pilah/selection/score.hpp"

namespace pilah::selection::bench {
namespace {

constexpr std::array kDimensionShares = {.30, .24, .18, .13, .09, .06};
constexpr std::uint32_t kAreas = 18;
constexpr std::uint32_t kOrganisationsPerRegion = 40;
constexpr std::uint32_t kCandidatesPerRegion = 2000;
constexpr std::uint32_t kHubCount = 20;

// Own distributions: those of the standard library differ between libraries.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_(seed) {}

  double uniform() { return (static_cast<double>(random_() >> 11) + 0.5) * 0x1.0p-53; }
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  double normal() {
    return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
  }
  std::size_t weighted(const std::vector<double>& running) {
    const auto at = std::upper_bound(running.begin(), running.end(), uniform() * running.back());
    return std::min<std::size_t>(static_cast<std::size_t>(at - running.begin()),
                                 running.size() - 1);
  }

 private:
  std::mt19937_64 random_;
};

std::vector<double> zipf(std::size_t n, double exponent) {
  std::vector<double> running;
  double sum = 0;
  for (std::size_t i = 1; i <= n; ++i) {
    sum += std::pow(static_cast<double>(i), -exponent);
    running.push_back(sum);
  }
  return running;
}

std::string numbered(std::string_view prefix, std::size_t number) {
  std::string result(prefix);
  result += std::to_string(number);
  return result;
}

Problem built(ProblemBuilder builder) {
  auto result = std::move(builder).build();
  if (const Refusal* refusal = std::get_if<Refusal>(&result)) {
    throw std::runtime_error(refusal->pointer + ": " + refusal->message.text());
  }
  return std::get<Problem>(std::move(result));
}

struct Drawn {
  std::vector<std::int64_t> scores, costs;
  std::vector<bool> too_long;
};

// With criteria: the score is their mean, and `judged` gets their values.
Problem generate(const Instance& instance, std::size_t criteria, Judged* judged) {
  Draw draw(instance.seed);
  Draw judge(~instance.seed);
  ProblemBuilder builder;
  const std::uint32_t n = instance.candidates;
  const std::uint32_t k = instance.count;
  const std::uint32_t regions = std::max(1U, n / kCandidatesPerRegion);
  const std::uint32_t organisations = regions * kOrganisationsPerRegion;
  const ResourceIndex budget = builder.resource("budget");
  std::vector<GroupIndex> dimension_groups, area_groups, organisation_groups;
  for (std::size_t d = 0; d < kDimensionShares.size(); ++d) {
    dimension_groups.push_back(builder.group(numbered("dimension:d", d)));
  }
  for (std::uint32_t a = 0; a < kAreas; ++a) {
    area_groups.push_back(builder.group(numbered("area:a", a)));
  }
  for (std::uint32_t o = 0; o < organisations; ++o) {
    organisation_groups.push_back(builder.group(numbered("organisation:o", o)));
  }
  std::vector<double> dimensions(kDimensionShares.begin(), kDimensionShares.end());
  std::partial_sum(dimensions.begin(), dimensions.end(), dimensions.begin());
  const auto organisation_weights = zipf(kOrganisationsPerRegion, 0.7);
  const auto area_weights = zipf(kAreas, 0.8);
  const double rho = instance.family == Family::kStrong ? 0.98 : 0.5;

  Drawn drawn;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double z = draw.normal();
    const std::size_t dimension = draw.weighted(dimensions);
    const double shift = 0.15 * (static_cast<double>(dimension) - 2.5);
    double score = 50 + 11 * (rho * z + std::sqrt(1 - rho * rho) * draw.normal() + shift);
    score = std::clamp(score, 0.0, 100.0);
    if (instance.family == Family::kTies) score = std::round(score);
    drawn.scores.push_back(std::llround(score * 1e6));
    if (judged) {
      for (std::size_t c = 0; c < criteria; ++c) {
        double value = 50 + 11 * (rho * z + std::sqrt(1 - rho * rho) * judge.normal() + shift);
        if (instance.family == Family::kTies) value = 10 * std::round(value / 10);
        judged->valuation.values.push_back(std::llround(std::clamp(value, 0.0, 100.0) * 1e4));
      }
      drawn.scores.back() = score_of(judged->weights, judged->valuation.of(i));
    }
    drawn.costs.push_back(std::max<std::int64_t>(1, std::llround(5e6 * std::exp(z))) * 1000);
    if (instance.family == Family::kSubset) drawn.scores.back() = drawn.costs.back() / 1000;
    if (instance.family == Family::kHubs && i < kHubCount) {
      drawn.scores.back() /= 10;
      drawn.costs.back() *= 6;
    }
    drawn.too_long.push_back(14 + 7 * draw.normal() > 24);
    std::vector<GroupIndex> groups = {
        dimension_groups[dimension],
        organisation_groups[draw.below(regions) * kOrganisationsPerRegion +
                            draw.weighted(organisation_weights)]};
    for (std::uint32_t areas = 1 + draw.below(3); areas > 0; --areas) {
      groups.push_back(area_groups[draw.weighted(area_weights)]);
    }
    const Use use{budget, drawn.costs.back()};
    builder.add({numbered("c", i), drawn.scores.back(), std::span(&use, 1), groups});
    if (drawn.too_long.back()) builder.exclude(numbered("c", i));
  }

  const auto demand = [](std::int64_t value, const char* pointer) {
    return Demand{value, pointer};
  };
  builder.count_min(demand(k, "/count/min"));
  builder.count_max(demand(k, "/count/max"));
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) {
    return drawn.scores[a] != drawn.scores[b] ? drawn.scores[a] > drawn.scores[b] : a < b;
  });
  std::int64_t best_cost = 0;
  for (std::uint32_t i = 0; i < k; ++i) best_cost += drawn.costs[order[i]];
  std::vector<std::int64_t> costs = drawn.costs;
  std::sort(costs.begin(), costs.end());
  const std::int64_t cheapest = std::accumulate(costs.begin(), costs.begin() + k, std::int64_t{0});
  builder.limit("budget", demand(cheapest + (best_cost - cheapest) * 3 / 10, "/limits/0/max"),
                "/limits/0/resource");
  builder.bound("dimension:*", demand(std::max(1U, k / 12), "/bounds/0/min"), std::nullopt);
  builder.bound(
      "organisation:*", std::nullopt,
      demand(std::max<std::int64_t>(2, std::llround(1.6 * k / organisations)), "/bounds/1/max"));
  if (k < 30) {
    builder.coverage("area:*", demand(std::min(12U, k + 2), "/coverage/0/min"),
                     "/coverage/0/groups");
  } else {
    builder.bound("area:*", demand(std::max(1U, k / 60), "/bounds/2/min"), std::nullopt);
  }
  if (instance.family == Family::kHubs) {
    for (std::uint32_t i = kHubCount; i < n; ++i) {
      if (draw.below(5) == 0) continue;
      builder.require(numbered("c", i), numbered("c", draw.below(kHubCount)));
    }
  }
  const std::uint32_t pairs = instance.pairs ? n / 100 : 0;
  const auto end_of_pair = [&] {
    const bool good = draw.below(2) == 0;
    return numbered("c", order[draw.below(good ? std::max(1U, n / 20) : n)]);
  };
  for (std::uint32_t i = 0; i < pairs; ++i) {
    builder.require(end_of_pair(), end_of_pair());
    builder.exclude_pair(end_of_pair(), end_of_pair());
  }
  return built(std::move(builder));
}

}  // namespace

Problem generate(const Instance& instance) { return generate(instance, 0, nullptr); }

Judged generate_judged(const Instance& instance, std::size_t criteria) {
  Judged judged;
  judged.valuation.criteria = criteria;
  for (std::size_t c = 0; c < criteria; ++c) {
    judged.weights.push_back(static_cast<std::int64_t>(criteria - c));
  }
  judged.problem = generate(instance, criteria, &judged);
  return judged;
}

Problem generate(const Knapsack& knapsack) {
  Draw draw(knapsack.seed);
  ProblemBuilder builder;
  std::vector<Use> uses(knapsack.resources);
  std::vector<std::int64_t> totals(knapsack.resources, 0);
  for (std::uint32_t r = 0; r < knapsack.resources; ++r) {
    uses[r].resource = builder.resource(numbered("r", r));
  }
  for (std::uint32_t i = 0; i < knapsack.candidates; ++i) {
    std::int64_t sum = 0;
    for (std::uint32_t r = 0; r < knapsack.resources; ++r) {
      uses[r].amount = 1 + draw.below(1000);
      totals[r] += uses[r].amount;
      sum += uses[r].amount;
    }
    const auto score = sum / knapsack.resources + std::llround(500 * draw.uniform());
    builder.add({numbered("c", i), score, uses, {}});
  }
  for (std::uint32_t r = 0; r < knapsack.resources; ++r) {
    const auto max = static_cast<double>(totals[r]) * knapsack.tightness;
    builder.limit(numbered("r", r), Demand{std::llround(std::floor(max)), "/limits"}, "/limits");
  }
  return built(std::move(builder));
}

}  // namespace pilah::selection::bench
