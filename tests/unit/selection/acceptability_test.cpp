// Who is chosen under any weights, and who under none.
#include "pilah/selection/acceptability.hpp"

#include <algorithm>
#include <bit>
#include <random>

#include "draft.hpp"
#include "pilah/selection/dominance.hpp"
#include "pilah/selection/score.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

Valuation random_valuation(std::mt19937_64& random, const Problem& problem, std::size_t criteria,
                           std::int64_t steps) {
  Valuation valuation;
  valuation.criteria = criteria;
  for (std::size_t i = 0; i < problem.size() * criteria; ++i) {
    valuation.values.push_back(draw(random, 0, steps) * (kMillion / steps));
  }
  return valuation;
}

std::vector<std::int64_t> scores_of(const Problem& problem, const Valuation& valuation,
                                    const std::vector<std::int64_t>& weights) {
  std::vector<std::int64_t> scores;
  for (Position i = 0; i < problem.size(); ++i) {
    scores.push_back(selection::score_of(weights, valuation.of(i)));
  }
  return scores;
}

// Whether of two sets of equal score the first comes first: less use of the limits'
// resources in their order, then the list of positions.
bool stands_before(const Draft& draft, const std::vector<Position>& a,
                   const std::vector<Position>& b) {
  for (const auto& [resource, most] : draft.limits) {
    std::int64_t of_a = 0;
    std::int64_t of_b = 0;
    for (const Position each : a) {
      const auto at = draft.candidates[each].uses.find(resource);
      if (at != draft.candidates[each].uses.end()) of_a += at->second;
    }
    for (const Position each : b) {
      const auto at = draft.candidates[each].uses.find(resource);
      if (at != draft.candidates[each].uses.end()) of_b += at->second;
    }
    if (of_a != of_b) return of_a < of_b;
  }
  return a < b;
}

// Every candidate scores by its first criterion alone or by its second alone.
Problem three_candidates() {
  Draft draft;
  draft.candidates = {{"first", 0, {}, {}}, {"second", 0, {}, {}}, {"neither", 0, {}, {}}};
  draft.count_min = draft.count_max = 1;
  return draft.problem();
}

const Valuation kEitherOr{2, {1'000'000, 0, 0, 1'000'000, 100'000, 100'000}};

}  // namespace

TEST_CASE("dominated candidates are in no answer, whatever the weights") {
  const std::uint64_t seed = 271828;
  std::mt19937_64 random(seed);
  std::size_t dropped = 0;
  for (int i = 0; i < 700; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 4 == 0;
    shape.least_candidates = 6;
    shape.most_use = i % 2 == 0 ? 1 : 4;
    Draft draft = random_draft(random, shape);
    draft.count_max = draw(random, 1, 2);
    if (draft.count_min && *draft.count_min > *draft.count_max) draft.count_min.reset();
    const Problem problem = draft.problem();
    const Valuation valuation = random_valuation(random, problem, 2, 2);
    const auto without = dominated(problem, valuation);
    dropped += without.size();
    CAPTURE(draft.document());
    for (int sample = 0; sample < 6 && !without.empty(); ++sample) {
      const std::vector<std::int64_t> weights = {draw(random, 0, 3), draw(random, 1, 3)};
      for (std::size_t c = 0; c < draft.candidates.size(); ++c) {
        draft.candidates[c].score =
            selection::score_of(weights, valuation.of(static_cast<Position>(c)));
      }
      const auto ranked = enumerate(draft).ranked;
      if (ranked.empty()) continue;
      for (const Position each : without) {
        CHECK(std::ranges::count(ranked.front(), each) == 0);
      }
    }
  }
  CHECK(dropped > 100);
}

TEST_CASE("the shares are those of exact solves under the drawn weights") {
  const std::uint64_t seed = 314159;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 60; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 2 == 0;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    const Valuation valuation = random_valuation(random, problem, 2, 10);
    AcceptabilityOptions how;
    how.samples = 40;
    how.seed = static_cast<std::uint64_t>(i);
    const Acceptability found = acceptability(problem, valuation, how);
    if (enumerate(draft).ranked.empty()) {
      CHECK(found.samples == 0);
      continue;
    }
    REQUIRE(found.samples == 40);
    // With two criteria the first weight says all; the central weights give it back
    // only in sum, so the draws are made again here.
    std::mt19937_64 again(how.seed);
    std::vector<std::uint32_t> expected(problem.size(), 0);
    std::vector<std::int64_t> weights_of(problem.size() * 2, 0);
    for (int sample = 0; sample < 40; ++sample) {
      const auto cut = static_cast<std::int64_t>(again() % (kMillion + 1));
      const std::vector<std::int64_t> weights = {cut, kMillion - cut};
      Variation variation;
      variation.scores = scores_of(problem, valuation, weights);
      const Answer answer = solve(problem, variation);
      for (const Position each : answer.best.front().positions) {
        ++expected[each];
        weights_of[each * 2] += weights[0];
        weights_of[each * 2 + 1] += weights[1];
      }
    }
    CHECK(found.chosen == expected);
    CHECK(found.weights == weights_of);
  }
}

TEST_CASE("thousands of draws are each answered as by a search of their own") {
  const std::uint64_t seed = 141421;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 24; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 3 == 0;
    shape.least_candidates = 8;
    shape.most_candidates = 14;
    Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    // Steps as people judge, with many equals, or any value.
    // With many criteria weights lie too far apart to be answered by others.
    const std::size_t criteria = i % 6 == 4 ? 8 : 3;
    const Valuation valuation =
        random_valuation(random, problem, criteria, i % 2 == 0 ? 4 : kMillion);
    AcceptabilityOptions how;
    how.samples = 1500;
    how.seed = static_cast<std::uint64_t>(i);
    if (i % 4 == 1) how.criteria = {2, 0};
    how.ordered = i % 8 == 1;
    const Acceptability found = acceptability(problem, valuation, how);
    const auto sets = enumerate(draft).ranked;
    if (sets.empty()) {
      CHECK(found.samples == 0);
      continue;
    }
    REQUIRE(found.samples == 1500);
    std::mt19937_64 again(how.seed);
    std::vector<std::uint32_t> expected(problem.size(), 0);
    for (int sample = 0; sample < 1500; ++sample) {
      std::vector<std::int64_t> cuts = {0, kMillion};
      for (std::size_t c = 1; c < (how.criteria.empty() ? criteria : 2); ++c) {
        cuts.push_back(static_cast<std::int64_t>(again() % (kMillion + 1)));
      }
      std::ranges::sort(cuts);
      std::vector<std::int64_t> weights;
      for (std::size_t c = 0; c + 1 < cuts.size(); ++c) weights.push_back(cuts[c + 1] - cuts[c]);
      if (how.ordered) std::ranges::sort(weights, std::ranges::greater());
      if (!how.criteria.empty()) weights = {weights[1], 0, weights[0]};
      const auto scores = scores_of(problem, valuation, weights);
      const auto score = [&](const std::vector<Position>& set) {
        std::int64_t sum = 0;
        for (const Position each : set) sum += scores[each];
        return sum;
      };
      const std::vector<Position>* best = nullptr;
      std::int64_t most = -1;
      for (const auto& set : sets) {
        if (score(set) < most) continue;
        if (score(set) == most && !stands_before(draft, set, *best)) continue;
        best = &set;
        most = score(set);
      }
      for (const Position each : *best) ++expected[each];
    }
    CHECK(found.chosen == expected);
  }
}

TEST_CASE("a limit leaves whole batches of draws, or none") {
  std::mt19937_64 random(1);
  Draft draft;
  for (int i = 0; i < 12; ++i) {
    draft.candidates.push_back({numbered("c", i), 0, {{"budget", 1 + i % 5}}, {}});
  }
  draft.count_max = 4;
  draft.limits = {{"budget", 9}};
  const Problem problem = draft.problem();
  const Valuation valuation = random_valuation(random, problem, 3, kMillion);
  SolveOptions options;
  options.work_limit = 10;
  CHECK(acceptability(problem, valuation, {}, options).samples == 0);
  options.work_limit = 60'000;
  const Acceptability some = acceptability(problem, valuation, {}, options);
  CAPTURE(some.samples);
  CHECK(some.samples > 0);
  CHECK(some.samples < 9604);
  CHECK(some.samples % 100 == 0);
  CHECK(std::has_single_bit(some.samples / 100 + 1));  // 100, 300, 700, ...
  Cancellation cancellation;
  cancellation.cancel();
  SolveOptions cancelled;
  cancelled.cancellation = &cancellation;
  CHECK(acceptability(problem, valuation, {}, cancelled).samples == 0);
}

TEST_CASE("where all candidates are alike, the same set is chosen by all weights") {
  Draft draft;
  for (int i = 0; i < 60; ++i) draft.candidates.push_back({numbered("c", i), 0, {}, {}});
  draft.count_min = draft.count_max = 8;
  const Problem problem = draft.problem();
  const Valuation valuation{3, std::vector<std::int64_t>(180, 500'000)};
  const Acceptability found = acceptability(problem, valuation, {});
  CHECK(found.samples == 9604);
  for (Position i = 0; i < problem.size(); ++i) CHECK(found.chosen[i] == (i < 8 ? 9604 : 0));
}

TEST_CASE("either of two is chosen as often as its criterion weighs more, a third never") {
  const Problem problem = three_candidates();
  const Acceptability found = acceptability(problem, kEitherOr, {});
  CHECK(found.samples == 9604);
  CHECK(found.chosen[0] + found.chosen[1] == 9604);
  CHECK(found.share(0) > 0.5 - 2 * found.error());
  CHECK(found.share(0) < 0.5 + 2 * found.error());
  CHECK(found.never(2));
  CHECK(found.error() < 0.01001);
  // Who prefers the first gives its criterion three quarters, on average.
  CHECK(found.weights[0] / found.chosen[0] > 740'000);
  CHECK(found.weights[0] / found.chosen[0] < 760'000);
}

TEST_CASE("a known order of importance decides") {
  AcceptabilityOptions how;
  how.samples = 100;
  how.criteria = {1, 0};
  how.ordered = true;
  const Acceptability found = acceptability(three_candidates(), kEitherOr, how);
  CHECK(found.always(1));
  CHECK(found.never(0));
  how.criteria = {0};
  CHECK(acceptability(three_candidates(), kEitherOr, how).always(0));
}

}  // namespace pilah::selection::tests
