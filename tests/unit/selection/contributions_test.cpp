// What each of the chosen contributes, against all orders of joining.
#include "pilah/selection/contributions.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;

// The best score of a set whose members among the chosen are all allowed.
std::optional<std::int64_t> worth(const Draft& draft, const std::vector<Set>& ranked,
                                  const Set& chosen, const Set& allowed) {
  for (const Set& set : ranked) {
    if (std::ranges::none_of(set, [&](Position each) {
          return std::ranges::count(chosen, each) > 0 && std::ranges::count(allowed, each) == 0;
        })) {
      return score_of(draft, set);
    }
  }
  return std::nullopt;
}

// By all orders in which the chosen can join; nothing if some set is impossible.
std::optional<std::vector<double>> brute(const Draft& draft, const std::vector<Set>& ranked,
                                         const Set& chosen) {
  std::vector<double> sums(chosen.size(), 0);
  Set order = chosen;
  double orders = 0;
  do {
    Set allowed;
    for (const Position joins : order) {
      const auto before = worth(draft, ranked, chosen, allowed);
      allowed.push_back(joins);
      const auto after = worth(draft, ranked, chosen, allowed);
      if (!before || !after) return std::nullopt;
      const auto at = std::ranges::find(chosen, joins) - chosen.begin();
      sums[static_cast<std::size_t>(at)] += static_cast<double>(*after - *before);
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& sum : sums) sum /= orders;
  return sums;
}

}  // namespace

TEST_CASE("contributions are the mean over all orders in which the chosen join") {
  const std::uint64_t seed = 5040;
  std::mt19937_64 random(seed);
  int told = 0;
  for (int i = 0; i < 300; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 3 == 0;
    Draft draft = random_draft(random, shape);
    draft.count_max = draw(random, 1, 4);
    if (draft.count_min && *draft.count_min > *draft.count_max) draft.count_min.reset();
    const Problem problem = draft.problem();
    const auto ranked = enumerate(draft).ranked;
    if (ranked.empty()) continue;
    const ChosenSet chosen = chosen_set(problem, ranked.front());
    const auto expected = brute(draft, ranked, chosen.positions);
    const auto found = contributions(problem, chosen);
    REQUIRE(found.has_value() == expected.has_value());
    if (!found) continue;
    ++told;
    REQUIRE(found->millionths.size() == chosen.positions.size());
    std::int64_t sum = 0;
    for (std::size_t member = 0; member < found->millionths.size(); ++member) {
      CHECK(std::abs(static_cast<double>(found->millionths[member]) - (*expected)[member] * 1e6) <=
            0.501);
      sum += found->millionths[member];
    }
    const auto total = (chosen.score - found->without_any) * 1'000'000;
    CHECK(std::abs(sum - total) <= static_cast<std::int64_t>(chosen.positions.size()));
  }
  CHECK(told > 100);
}

TEST_CASE("candidates that can never matter change no contribution") {
  const std::uint64_t seed = 40320;
  std::mt19937_64 random(seed);
  int told = 0;
  for (int i = 0; i < 12; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Draft draft;
    for (int c = 0; c < 14; ++c) {
      draft.candidates.push_back({numbered("c", c),
                                  draw(random, 50, 99),
                                  {{"budget", draw(random, 1, 9)}},
                                  {numbered("organisation:o", draw(random, 0, 4))}});
    }
    draft.count_max = 4;
    draft.limits = {{"budget", 18}};
    draft.bounds = {{"organisation:*", std::nullopt, 2}};
    const Problem few = draft.problem();
    const ChosenSet chosen = solve(few).best.front();
    // So many that they are narrowed down first: dear, and hardly worth anything.
    for (int c = 0; c < 500; ++c) {
      draft.candidates.push_back({numbered("d", c), draw(random, 1, 5), {{"budget", 9}}, {}});
    }
    const auto expected = contributions(few, chosen);
    const auto found = contributions(draft.problem(), chosen);
    REQUIRE(found.has_value() == expected.has_value());
    if (!found) continue;
    ++told;
    CHECK(found->millionths == expected->millionths);
    CHECK(found->without_any == expected->without_any);
  }
  CHECK(told > 6);
}

TEST_CASE("of more than ten no contributions are told") {
  Draft draft;
  for (int i = 0; i < 12; ++i) draft.candidates.push_back({numbered("c", i), 1, {}, {}});
  const Problem problem = draft.problem();
  CHECK_FALSE(contributions(problem, solve(problem).best.front()));
}

}  // namespace pilah::selection::tests
