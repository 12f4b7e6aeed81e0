// The weights that keep a chosen set, against every crossing of every set.
#include "pilah/selection/stability.hpp"

#include <algorithm>
#include <random>

#include "draft.hpp"
#include "pilah/selection/score.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;
using Weights = std::vector<std::int64_t>;

constexpr std::int64_t kMostWeight = 100'000;

// A set's sum of weight times value on all but one criterion, and on that one.
std::pair<std::int64_t, std::int64_t> line(const Valuation& valuation, const Weights& weights,
                                           std::size_t criterion, const Set& set) {
  std::int64_t constant = 0;
  std::int64_t slope = 0;
  for (const Position each : set) {
    for (std::size_t c = 0; c < weights.size(); ++c) {
      const std::int64_t value = valuation.of(each)[c];
      if (c == criterion) {
        slope += value;
      } else {
        constant += weights[c] * value;
      }
    }
  }
  return {constant, slope};
}

// Both ends by all crossings with all sets. The numbers of these tests are small
// enough for 64 bits.
std::pair<Ratio, Ratio> brute_interval(const Valuation& valuation, const Weights& weights,
                                       std::size_t criterion, const Set& chosen,
                                       const std::vector<Set>& sets) {
  const auto [constant, slope] = line(valuation, weights, criterion, chosen);
  Ratio least{0, 1};
  Ratio most{kMostWeight, 1};
  for (const Set& set : sets) {
    const auto [other_constant, other_slope] = line(valuation, weights, criterion, set);
    if (other_slope == slope) continue;
    std::int64_t numerator = constant - other_constant;
    std::int64_t denominator = other_slope - slope;
    if (denominator > 0) {
      if (static_cast<double>(numerator) / static_cast<double>(denominator) < most.value()) {
        most = {numerator, denominator};
      }
    } else if (static_cast<double>(numerator) / static_cast<double>(denominator) > least.value()) {
      least = {-numerator, -denominator};
    }
  }
  for (Ratio* each : {&least, &most}) {
    const std::int64_t divisor = std::gcd(each->numerator, each->denominator);
    each->numerator /= divisor;
    each->denominator /= divisor;
  }
  return {least, most};
}

}  // namespace

TEST_CASE("the weights that keep a set are exact, as by all crossings of all sets") {
  const std::uint64_t seed = 16807;
  std::mt19937_64 random(seed);
  int ends = 0;
  int told = 0;
  for (int i = 0; i < 250; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 3 == 0;
    Draft draft = random_draft(random, shape);
    Valuation valuation;
    valuation.criteria = 3;
    for (std::size_t v = 0; v < draft.candidates.size() * 3; ++v) {
      // Now and then values that no millionth divides, so that crossings are odd.
      valuation.values.push_back(i % 2 == 0 ? draw(random, 0, 10) * 100'000
                                            : draw(random, 0, kMillion));
    }
    const Weights weights = {draw(random, 0, 50), draw(random, 1, 50), draw(random, 0, 50)};
    for (std::size_t c = 0; c < draft.candidates.size(); ++c) {
      draft.candidates[c].score =
          selection::score_of(weights, valuation.of(static_cast<Position>(c)));
    }
    const Problem problem = draft.problem();
    const auto sets = enumerate(draft).ranked;
    if (sets.empty()) continue;
    const ChosenSet chosen = chosen_set(problem, sets.front());
    const Stability found = stability(problem, valuation, weights, chosen, kMostWeight);
    REQUIRE(found.intervals.size() == 3);
    for (std::size_t criterion = 0; criterion < 3; ++criterion) {
      CAPTURE(criterion, weights, draft.document());
      const auto worth = [&](const Set& set) {
        const auto [constant, slope] = line(valuation, weights, criterion, set);
        return constant + weights[criterion] * slope;
      };
      // Rounding may have chosen a set that is not a best one.
      const bool is_best = std::ranges::all_of(
          sets, [&](const Set& set) { return worth(set) <= worth(chosen.positions); });
      const auto& interval = found.intervals[criterion];
      REQUIRE(interval.has_value() == is_best);
      if (!interval) continue;
      ++told;
      const auto [least, most] =
          brute_interval(valuation, weights, criterion, chosen.positions, sets);
      CHECK(interval->least == least);
      CHECK(interval->most == most);
      CHECK(interval->below.has_value() == (least != Ratio{0, 1}));
      CHECK(interval->above.has_value() == (most != Ratio{kMostWeight, 1}));
      ends += interval->above ? 1 : 0;
    }
  }
  CHECK(told > 300);
  CHECK(ends > 50);
}

TEST_CASE("a set that is better beyond the interval is named") {
  Draft draft;
  draft.candidates = {{"a", 600'000, {}, {}}, {"b", 400'000, {}, {}}};
  draft.count_min = draft.count_max = 1;
  const Problem problem = draft.problem();
  const Valuation valuation{2, {1'000'000, 0, 0, 1'000'000}};
  const Weights weights = {60, 40};
  const auto found = stability(problem, valuation, weights, chosen_set(problem, {0}), 1000);
  REQUIRE(found.intervals[0]);
  CHECK(found.intervals[0]->least == Ratio{40, 1});
  CHECK(found.intervals[0]->below == Set{1});
  CHECK(found.intervals[0]->most == Ratio{1000, 1});
  CHECK_FALSE(found.intervals[0]->above);
  REQUIRE(found.intervals[1]);
  CHECK(found.intervals[1]->most == Ratio{60, 1});
  CHECK(found.intervals[1]->above == Set{1});
}

TEST_CASE("weights and values as large as they may be still give exact ends") {
  Draft draft;
  for (int i = 0; i < 12; ++i) draft.candidates.push_back({numbered("c", i), 0, {}, {}});
  draft.count_min = draft.count_max = 3;
  Valuation valuation;
  valuation.criteria = 2;
  std::mt19937_64 random(99);
  for (int v = 0; v < 24; ++v) valuation.values.push_back(draw(random, 0, kMillion));
  const Weights weights = {1'000'000'007, 1'000'000'009};
  for (std::size_t c = 0; c < 12; ++c) {
    draft.candidates[c].score =
        selection::score_of(weights, valuation.of(static_cast<Position>(c)));
  }
  const Problem problem = draft.problem();
  const ChosenSet chosen = solve(problem).best.front();
  const auto found = stability(problem, valuation, weights, chosen, std::int64_t{1} << 31);
  for (std::size_t criterion = 0; criterion < 2; ++criterion) {
    const auto& interval = found.intervals[criterion];
    REQUIRE(interval);
    CHECK(interval->least.value() <= 1'000'000'009.0);
    CHECK(interval->most.value() >= 1'000'000'007.0);
    // At the end the chosen set and the one beyond are worth the same.
    if (!interval->above) continue;
    const auto [constant, slope] = line(valuation, weights, criterion, chosen.positions);
    const auto [other_constant, other_slope] =
        line(valuation, weights, criterion, *interval->above);
    __extension__ typedef __int128 Exact;
    CHECK(Exact{interval->most.numerator} * (other_slope - slope) ==
          Exact{interval->most.denominator} * (constant - other_constant));
  }
}

}  // namespace pilah::selection::tests
