// What more of a resource buys, against trying every set.
#include "pilah/selection/frontier.hpp"

#include <algorithm>
#include <random>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;

std::int64_t use_of(const Draft& draft, const Set& set, const std::string& resource) {
  std::int64_t sum = 0;
  for (const Position each : set) sum += draft.candidates[each].uses.at(resource);
  return sum;
}

Draft without_limits_on(Draft draft, const std::string& resource) {
  std::erase_if(draft.limits, [&](const auto& limit) { return limit.first == resource; });
  return draft;
}

// By use, the highest first: the best score of that use or less, where it rises.
std::vector<std::pair<std::int64_t, std::int64_t>> brute_frontier(const Draft& draft) {
  std::map<std::int64_t, std::int64_t> best;
  for (const Set& set : enumerate(without_limits_on(draft, "budget")).ranked) {
    const std::int64_t use = use_of(draft, set, "budget");
    const std::int64_t score = score_of(draft, set);
    const auto [at, fresh] = best.try_emplace(use, score);
    if (!fresh) at->second = std::max(at->second, score);
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> result;
  for (const auto& [use, score] : best) {
    if (result.empty() || score > result.back().second) result.emplace_back(use, score);
  }
  std::ranges::reverse(result);
  return result;
}

struct Drawn {
  Draft draft;
  Problem problem;
};

Drawn drawn(std::mt19937_64& random, int i) {
  Shape shape;
  shape.tight = i % 3 == 0;
  shape.most_use = 12;
  Draft draft = random_draft(random, shape);
  draft = without_limits_on(std::move(draft), "budget");
  draft.limits.insert(draft.limits.begin(), {"budget", draw(random, 5, 30)});
  Problem problem = draft.problem();
  return {std::move(draft), std::move(problem)};
}

}  // namespace

TEST_CASE("the frontier of score against a resource has every point and no other") {
  const std::uint64_t seed = 65537;
  std::mt19937_64 random(seed);
  std::size_t points = 0;
  for (int i = 0; i < 300; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const auto [draft, problem] = drawn(random, i);
    const auto budget = *problem.resources().find("budget");
    const Frontier found = frontier(problem, budget, 1000);
    std::vector<std::pair<std::int64_t, std::int64_t>> values;
    for (const ChosenSet& set : found.points) {
      values.emplace_back(set.uses[budget], set.score);
      CHECK(allowed(without_limits_on(draft, "budget"), set.positions));
    }
    CHECK(found.complete);
    CHECK(values == brute_frontier(draft));
    points += values.size();
    if (values.size() > 1) {
      const Frontier some = frontier(problem, budget, 1);
      CHECK_FALSE(some.complete);
      REQUIRE(some.points.size() == 1);
      CHECK(some.points.front().score == values.front().second);
    }
  }
  CHECK(points > 500);
}

TEST_CASE("the points around a set are those of the frontier next to its score") {
  const std::uint64_t seed = 6700417;
  std::mt19937_64 random(seed);
  std::size_t dearer = 0;
  std::size_t cheaper = 0;
  for (int i = 0; i < 300; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const auto [draft, problem] = drawn(random, i);
    const auto budget = *problem.resources().find("budget");
    const Answer answer = solve(problem);
    if (answer.best.empty()) continue;
    const ChosenSet& chosen = answer.best.front();
    CAPTURE(draft.document());
    const auto all = brute_frontier(draft);
    const auto here = std::ranges::find(all, chosen.score, [](const auto& p) { return p.second; });
    REQUIRE(here != all.end());
    const Frontier found = frontier_around(problem, chosen, budget, 2, 3);
    std::vector<std::pair<std::int64_t, std::int64_t>> values;
    for (const ChosenSet& set : found.points) values.emplace_back(set.uses[budget], set.score);
    const auto first = here - std::min<std::ptrdiff_t>(2, here - all.begin());
    const auto last = here + std::min<std::ptrdiff_t>(4, all.end() - here);
    CHECK(values == std::vector(first, last));
    CHECK(found.complete == (first == all.begin() && last == all.end()));
    dearer += static_cast<std::size_t>(here - first);
    cheaper += static_cast<std::size_t>(last - here - 1);
  }
  CHECK(dearer > 100);
  CHECK(cheaper > 100);
}

TEST_CASE("the next step is the least more of a limit that makes a better set possible") {
  const std::uint64_t seed = 561;
  std::mt19937_64 random(seed);
  int steps = 0;
  for (int i = 0; i < 400; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const auto [draft, problem] = drawn(random, i);
    const Answer answer = solved(problem);
    if (answer.best.empty()) continue;
    const ChosenSet& chosen = answer.best.front();
    const auto budget = *problem.resources().find("budget");
    std::optional<std::pair<std::int64_t, std::int64_t>> expected;
    for (const auto& point : brute_frontier(draft)) {
      if (point.second > chosen.score) expected = point;  // the least use comes last
    }
    const auto step = next_step(problem, chosen, budget);
    REQUIRE(step.has_value() == expected.has_value());
    if (!step) continue;
    ++steps;
    CHECK(step->more == expected->first - *draft.limits.front().second);
    CHECK(step->set.score == expected->second);
  }
  CHECK(steps > 50);
}

TEST_CASE("the next place is worth what one more of the count adds") {
  Draft draft;
  draft.candidates = {{"a", 5, {}, {}}, {"b", 3, {}, {}}, {"c", -1, {}, {}}};
  draft.count_max = 1;
  const Problem one = draft.problem();
  const auto step = next_place(one, solved(one).best.front());
  REQUIRE(step);
  CHECK(step->set.score == 8);
  draft.count_max = 2;
  const Problem two = draft.problem();
  CHECK_FALSE(next_place(two, solved(two).best.front()));
}

TEST_CASE("with its largest use a candidate is as good as the chosen, with one more it is not") {
  const std::uint64_t seed = 2047;
  std::mt19937_64 random(seed);
  int told = 0;
  for (int i = 0; i < 300; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Drawn made = drawn(random, i);
    const Draft& draft = made.draft;
    const Problem& problem = made.problem;
    const Answer answer = solved(problem);
    if (answer.best.empty()) continue;
    const ChosenSet& chosen = answer.best.front();
    const auto budget = *problem.resources().find("budget");
    for (Position candidate = 0; candidate < problem.size(); ++candidate) {
      if (std::ranges::count(chosen.positions, candidate) > 0) continue;
      // The best score with the candidate in, by its use.
      const auto best_with = [&](std::int64_t use) {
        Draft changed = draft;
        changed.candidates[candidate].uses["budget"] = use;
        std::optional<std::int64_t> best;
        for (const Set& set : enumerate(changed).ranked) {
          if (std::ranges::count(set, candidate) == 0) continue;
          best = score_of(changed, set);
          break;
        }
        return best && *best >= chosen.score;
      };
      const std::int64_t now = draft.candidates[candidate].uses.at("budget");
      std::optional<std::int64_t> expected;
      for (std::int64_t use = 0; use < now; ++use) {
        if (best_with(use)) expected = use;
      }
      if (now == 0 && best_with(0)) expected = 0;
      CHECK(largest_use(problem, chosen, candidate, budget) == expected);
      told += expected ? 1 : 0;
    }
  }
  CHECK(told > 30);
}

}  // namespace pilah::selection::tests
