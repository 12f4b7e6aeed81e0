// Several threads on one problem: the same answers as one thread; limits, cancelling and
// what is told meanwhile.
#include <algorithm>
#include <random>

#include "draft.hpp"
#include "pilah/selection/engine/total_order.hpp"
#include "pilah/selection/reasons.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

// Several tight resources and scores that grow with their use: long searches of few
// candidates. Scores are whole multiples of `step`.
Draft knapsack(std::uint64_t seed, std::int64_t candidates, std::int64_t step = 1) {
  std::mt19937_64 random(seed);
  Draft draft;
  for (std::int64_t i = 0; i < candidates; ++i) {
    DraftCandidate candidate;
    candidate.id = numbered("c", i);
    std::int64_t score = draw(random, 1, 500);
    for (std::int64_t r = 0; r < 5; ++r) {
      const std::int64_t use = draw(random, 1, 1'000);
      candidate.uses[numbered("r", r)] = use;
      score += use / 5;
    }
    candidate.score = score / step * step;
    draft.candidates.push_back(std::move(candidate));
  }
  for (std::int64_t r = 0; r < 5; ++r) {
    draft.limits.emplace_back(numbered("r", r), candidates * 250);
  }
  return draft;
}

}  // namespace

TEST_CASE("reasons are the same on one thread and on two, also when their work is limited") {
  const std::uint64_t seed = 20261129;
  std::mt19937_64 random(seed);
  int unproven = 0;
  for (int i = 0; i < 40; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Problem problem =
        i == 0 ? knapsack(seed, 24).problem() : random_draft(random, {}).problem();
    const Answer answer = solve(problem);
    if (answer.best.empty()) continue;
    SolveOptions options;
    if (i % 2 == 0) options.work_limit = 20;
    const auto alone = Explainer(problem, answer.best.front(), options).explain_all();
    options.threads = 2;
    CHECK(Explainer(problem, answer.best.front(), options).explain_all() == alone);
    for (const Reason& reason : alone) unproven += reason.proven ? 0 : 1;
  }
  CHECK(unproven > 0);
}

TEST_CASE("with any number of threads the answer is the same") {
  for (const std::int64_t step : {1, 100}) {
    INFO("scores in steps of " << step);
    const Problem problem = knapsack(7, 40, step).problem();
    SolveOptions options;
    options.best = 3;
    const Answer one = solve(problem, options);
    REQUIRE(one.status == Status::kOptimal);
    for (const std::uint32_t threads : {2U, 3U, 8U}) {
      options.threads = threads;
      const Answer several = solve(problem, options);
      REQUIRE(several.status == Status::kOptimal);
      CHECK(several.best == one.best);
      CHECK(several.optimal_sets == one.optimal_sets);
    }
  }
}

TEST_CASE("threads that join at once find what trying every set finds") {
  const std::uint64_t seed = 3;
  std::mt19937_64 random(seed);
  engine::Tuning tuning;
  tuning.alone = 1;
  tuning.walked_choices = 2;
  SolveOptions options;
  options.threads = 4;
  for (int i = 0; i < 200; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 12;
    shape.tight = i % 2 == 0;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    engine::Effort effort(options, tuning);
    const engine::Model model(problem, constraints_of(problem));
    const engine::Ranked ranked = engine::ranked_sets(model, 2, 3, effort);
    const Enumerated expected = enumerate(draft);
    REQUIRE(ranked.complete);
    REQUIRE(ranked.sets.size() == std::min<std::size_t>(2, expected.ranked.size()));
    for (std::size_t k = 0; k < ranked.sets.size(); ++k)
      CHECK(ranked.sets[k] == expected.ranked[k]);
  }
}

TEST_CASE("threads that a limit ends say a bound that holds") {
  const Problem problem = knapsack(11, 65).problem();
  const Answer proven = solve(problem);
  REQUIRE(proven.status == Status::kOptimal);
  SolveOptions options;
  options.threads = 3;
  options.work_limit = proven.work / 3;
  REQUIRE(options.work_limit > engine::Tuning().alone);
  const Answer limited = solve(problem, options);
  if (limited.status == Status::kLimit) {
    CHECK(*limited.bound >= proven.best.front().score);
    REQUIRE_FALSE(limited.best.empty());
    CHECK(limited.best.front().score <= proven.best.front().score);
  } else {
    CHECK(limited.best == proven.best);
  }
}

TEST_CASE("a solve tells how it goes: the best so far and a bound that nears it") {
  const Problem problem = knapsack(11, 90).problem();
  SolveOptions options;
  options.work_limit = 1'500'000;
  std::vector<Progress> told;
  options.progress = [&](const Progress& progress) { told.push_back(progress); };
  for (const std::uint32_t threads : {1U, 2U}) {
    options.threads = threads;
    told.clear();
    const Answer answer = solve(problem, options);
    REQUIRE(told.size() >= 2);
    for (std::size_t i = 0; i < told.size(); ++i) {
      CHECK(told[i].phase == Progress::Phase::kScore);
      REQUIRE(told[i].best);
      CHECK(*told[i].best <= answer.best.front().score);
      if (i > 0) CHECK(*told[i].best >= *told[i - 1].best);
      if (i > 0) CHECK(told[i].work > told[i - 1].work);
      // With several threads the bound is of the part that one of them searches.
      if (threads == 1) CHECK(*told[i].bound >= *told[i].best);
    }
  }
}

TEST_CASE("a solve ends soon after it is cancelled") {
  const Problem problem = knapsack(11, 90).problem();
  Cancellation cancellation;
  SolveOptions options;
  options.cancellation = &cancellation;
  options.progress = [&](const Progress&) { cancellation.cancel(); };
  for (const std::uint32_t threads : {1U, 3U}) {
    options.threads = threads;
    const Answer answer = solve(problem, options);
    CHECK(answer.status == Status::kLimit);
    CHECK(answer.work < 1'000'000);
    REQUIRE(answer.bound);
  }
}

}  // namespace pilah::selection::tests
