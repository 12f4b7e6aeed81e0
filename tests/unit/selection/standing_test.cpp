// How far a candidate is from the answer, against trying every set.
#include "pilah/selection/standing.hpp"

#include <algorithm>
#include <random>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

// Whether the candidate is in the answer once its score has changed by so much.
bool chosen_with(Draft draft, Position candidate, std::int64_t more) {
  draft.candidates[candidate].score += more;
  const Enumerated all = enumerate(draft);
  if (all.ranked.empty()) return false;
  const auto& first = all.ranked.front();
  return std::binary_search(first.begin(), first.end(), candidate);
}

// In both directions, beyond and right at the difference, where ties decide.
void check(const Draft& draft, const Problem& problem, Position candidate,
           const Standing& standing) {
  REQUIRE(standing.proven);
  const std::int64_t lacks = standing.lacks().value_or(0);
  for (std::int64_t more = lacks - 2; more <= lacks + 2; ++more) {
    INFO("candidate " << candidate << " with " << more << " more");
    CHECK(joins(problem, standing, more) == chosen_with(draft, candidate, more));
    CHECK(tie_of(problem, standing, more).has_value() == (standing.lacks() == more));
  }
}

std::optional<ChosenSet> best_without(const Draft& draft, const Problem& problem,
                                      Position candidate) {
  for (const auto& set : enumerate(draft).ranked) {
    if (!std::binary_search(set.begin(), set.end(), candidate)) return chosen_set(problem, set);
  }
  return std::nullopt;
}

Standing standing(const Draft& draft, const Problem& problem, Position candidate) {
  return Standings(problem, best_without(draft, problem, candidate)).of(candidate);
}

}  // namespace

TEST_CASE("a standing tells for any score of the candidate whether it is chosen") {
  const std::uint64_t seed = 20261124;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 300; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 8;
    shape.tight = i % 2 == 0;
    const Draft draft = random_draft(random, shape);
    INFO(draft.document());
    if (enumerate(draft).ranked.empty()) continue;
    const Problem problem = draft.problem();
    Explainer explainer(problem, solved(problem).best.front());
    for (Position candidate = 0; candidate < problem.size(); ++candidate) {
      check(draft, problem, candidate, standing(draft, problem, candidate));
      const Reason reason = explainer.explain(candidate);
      if (reason.chosen) continue;
      check(draft, problem, candidate, standing_of(problem, solved(problem).best.front(), reason));
    }
  }
}

TEST_CASE("of equal scores the lower cost decides, then the position") {
  Draft draft;
  draft.candidates = {
      {"a", 5, {{"budget", 3}}, {}}, {"b", 4, {{"budget", 2}}, {}}, {"c", 3, {{"budget", 3}}, {}}};
  draft.count_min = draft.count_max = 1;
  draft.limits = {{"budget", std::nullopt}};
  const Problem problem = draft.problem();
  const Standing cheaper = standing(draft, problem, 1);
  CHECK(cheaper.lacks() == 1);
  CHECK(joins(problem, cheaper, 1));
  REQUIRE(tie_of(problem, cheaper, 1));
  CHECK(problem.resources()[*tie_of(problem, cheaper, 1)->resource] == "budget");
  const Standing later = standing(draft, problem, 2);
  CHECK_FALSE(joins(problem, later, 2));
  CHECK(joins(problem, later, 3));
  REQUIRE(tie_of(problem, later, 2));
  CHECK_FALSE(tie_of(problem, later, 2)->resource);
  CHECK_FALSE(tie_of(problem, later, 3));
}

TEST_CASE("a candidate that no set can have joins with no score, one that all need with any") {
  Draft draft;
  draft.candidates = {{"a", 5, {{"budget", 3}}, {}}, {"b", 9, {{"budget", 8}}, {}}};
  draft.count_min = 1;
  draft.limits = {{"budget", 4}};
  const Problem problem = draft.problem();
  const Standing none = standing(draft, problem, 1);
  CHECK(none.proven);
  CHECK_FALSE(none.with);
  CHECK_FALSE(none.lacks());
  CHECK_FALSE(joins(problem, none, 1'000'000));
  const Standing all = standing(draft, problem, 0);
  CHECK_FALSE(all.without);
  CHECK(joins(problem, all, -1'000'000));
}

TEST_CASE("one set stands beside many candidates that are not in it") {
  const std::uint64_t seed = 20261125;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 200; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 8;
    const Draft draft = random_draft(random, shape);
    INFO(draft.document());
    if (enumerate(draft).ranked.empty()) continue;
    const Problem problem = draft.problem();
    const ChosenSet chosen = solved(problem).best.front();
    Standings standings(problem, chosen);
    for (Position candidate = 0; candidate < problem.size(); ++candidate) {
      const auto& in = chosen.positions;
      if (std::binary_search(in.begin(), in.end(), candidate)) continue;
      check(draft, problem, candidate, standings.of(candidate));
    }
  }
}

TEST_CASE("a limit leaves a standing unproven and says how much work it took") {
  Draft draft;
  for (int i = 0; i < 40; ++i) {
    draft.candidates.push_back({numbered("c", i), 100 + i * 7 % 13, {}, {}});
  }
  for (auto& each : draft.candidates) each.uses = {{"budget", each.score * 3 + 1}};
  draft.limits = {{"budget", 4001}};
  const Problem problem = draft.problem();
  SolveOptions options;
  options.work_limit = 1;
  const Standing limited = Standings(problem, std::nullopt, options).of(3);
  CHECK_FALSE(limited.proven);
  CHECK(limited.work > 1);
}

}  // namespace pilah::selection::tests
