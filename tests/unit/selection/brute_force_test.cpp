// The engine against trying every set, over random and exhaustive small
// problems: score, total order, count of optimal sets, M best, conflicts.
#include <algorithm>
#include <random>

#include "draft.hpp"
#include "pilah/selection/engine/total_order.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

void compare(const Draft& draft, std::uint32_t best) {
  const Enumerated expected = enumerate(draft);
  SolveOptions options;
  options.best = best;
  const Problem problem = draft.problem();
  const Answer answer = solved(problem, options);
  INFO(draft.document());
  if (expected.ranked.empty()) {
    REQUIRE(answer.status == Status::kInfeasible);
    REQUIRE(answer.best.empty());
    REQUIRE_FALSE(answer.conflict.empty());
    return;
  }
  REQUIRE(answer.status == Status::kOptimal);
  REQUIRE(answer.best.size() == std::min<std::size_t>(best, expected.ranked.size()));
  for (std::size_t i = 0; i < answer.best.size(); ++i) {
    INFO("rank " << i);
    CHECK(answer.best[i].positions == expected.ranked[i]);
    CHECK(answer.best[i].score == score_of(draft, expected.ranked[i]));
  }
  CHECK(answer.bound == score_of(draft, expected.ranked.front()));
  CHECK(answer.optimal_sets == std::min<std::uint64_t>(1000, expected.optimal_sets));
}

// The same of the engine alone, which is told to collect few ties.
void compare_tuned(const Draft& draft, const engine::Tuning& tuning, std::size_t wanted,
                   std::size_t ties) {
  const Enumerated expected = enumerate(draft);
  const Problem problem = draft.problem();
  const SolveOptions options;
  engine::Effort effort(options, tuning);
  const engine::Model model(problem, constraints_of(problem));
  const engine::Ranked ranked = engine::ranked_sets(model, wanted, ties, effort);
  INFO(draft.document());
  REQUIRE(ranked.complete);
  REQUIRE(ranked.sets.size() == std::min(wanted, expected.ranked.size()));
  for (std::size_t i = 0; i < ranked.sets.size(); ++i) {
    INFO("rank " << i);
    CHECK(ranked.sets[i] == expected.ranked[i]);
  }
  if (!ranked.sets.empty()) {
    CHECK(ranked.optimal_sets == std::min<std::uint64_t>(ties, expected.optimal_sets));
  }
}

// Scores that are costs, of numbers so large that few sums coincide, and some that are
// made to coincide.
Draft subset_sum(std::mt19937_64& random, int i) {
  Shape shape;
  shape.most_candidates = 13;
  shape.tight = i % 3 == 0;
  Draft draft = random_draft(random, shape);
  draft.included.clear();
  const std::int64_t step = i % 4 == 0 ? 10'000 : i % 4 == 1 ? 1 : 100;
  std::int64_t all = 0;
  for (DraftCandidate& candidate : draft.candidates) {
    candidate.score = draw(random, 1'000 / step + 1, 20'000 / step) * step;
    candidate.uses["budget"] = candidate.score * (i % 2 == 0 ? 1 : 1000);
    all += candidate.uses["budget"];
  }
  draft.limits = {{"budget", draw(random, all / 8, all * 3 / 4)}};
  if (i % 5 < 3) draft.count_min = draft.count_max = draw(random, 1, 6);
  return draft;
}

}  // namespace

TEST_CASE("where scores are costs, the answers are those of trying every set") {
  const std::uint64_t seed = 496;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 600; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Draft draft = subset_sum(random, i);
    compare(draft, static_cast<std::uint32_t>(draw(random, 1, 4)));
    engine::Tuning tuning;
    tuning.first_turn = 1;
    tuning.first_sums = tuning.last_sums = i % 3 == 0 ? 0 : i % 3 == 1 ? 8 : 19;
    tuning.later_ties = static_cast<std::size_t>(draw(random, 1, 3));
    compare_tuned(draft, tuning, static_cast<std::size_t>(draw(random, 1, 3)), 1);
  }
}

TEST_CASE("however the engine is tuned, the answers are the same") {
  const std::uint64_t seed = 8128;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 1500; ++i) {
    INFO("seed " << seed << ", problem " << i);
    engine::Tuning tuning;
    tuning.direct_columns = i % 2 == 0 ? 0 : 400;
    tuning.seeds = tuning.core_columns = static_cast<engine::Column>(draw(random, 1, 3));
    tuning.near_columns = static_cast<engine::Column>(draw(random, 0, 3));
    tuning.first_core = static_cast<engine::Column>(draw(random, 1, 3));
    tuning.second_core = static_cast<engine::Column>(draw(random, 3, 6));
    tuning.first_relaxations = static_cast<std::uint64_t>(draw(random, 1, 3));
    tuning.walked_choices = static_cast<engine::Column>(draw(random, 0, 4));
    tuning.copied_choices = static_cast<engine::Column>(draw(random, 0, 4));
    tuning.later_ties = static_cast<std::size_t>(draw(random, 1, 3));
    tuning.first_turn = i % 2 == 0 ? 1 : 200'000;
    Shape shape;
    shape.most_score = i % 3 == 0 ? 1 : 6;
    shape.most_use = i % 5 == 0 ? 0 : 5;
    shape.tight = i % 4 < 2;
    compare_tuned(random_draft(random, shape), tuning, static_cast<std::size_t>(draw(random, 1, 6)),
                  static_cast<std::size_t>(draw(random, 1, 4)));
  }
}

TEST_CASE("random small problems of all constraint kinds are solved as by trying every set") {
  const std::uint64_t seed = 20240501;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 3000; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 2 == 0;
    compare(random_draft(random, shape), static_cast<std::uint32_t>(draw(random, 1, 4)));
  }
}

TEST_CASE("random problems of up to 14 candidates are solved as by trying every set") {
  const std::uint64_t seed = 77;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 150; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.least_candidates = 11;
    shape.most_candidates = 14;
    shape.least_score = -50;
    shape.most_score = i % 3 == 0 ? 2 : 100;
    shape.most_use = 40;
    shape.tight = i % 2 == 0;
    compare(random_draft(random, shape), static_cast<std::uint32_t>(draw(random, 1, 12)));
  }
}

}  // namespace pilah::selection::tests
