// What must not change, or only one way, when a problem is changed.
#include <algorithm>
#include <numeric>
#include <random>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

Draft middling_draft(std::mt19937_64& random) {
  Shape shape;
  shape.least_candidates = 20;
  shape.most_candidates = 60;
  shape.least_score = -20;
  shape.most_score = 500;
  shape.most_use = 100;
  shape.tight = false;
  return random_draft(random, shape);
}

Draft shuffled(const Draft& draft, std::mt19937_64& random) {
  const std::size_t n = draft.candidates.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = n; i > 1; --i) {
    std::swap(order[i - 1],
              order[static_cast<std::size_t>(draw(random, 0, static_cast<std::int64_t>(i) - 1))]);
  }
  std::vector<std::size_t> place(n);
  Draft result = draft;
  for (std::size_t i = 0; i < n; ++i) {
    result.candidates[i] = draft.candidates[order[i]];
    place[order[i]] = i;
  }
  for (auto* pairs : {&result.required, &result.excluding}) {
    for (auto& [first, second] : *pairs) {
      first = place[first];
      second = place[second];
    }
  }
  for (auto* list : {&result.included, &result.excluded}) {
    for (std::size_t& each : *list) each = place[each];
  }
  return result;
}

std::optional<std::int64_t> best_score(const Draft& draft) {
  const Answer answer = solved(draft.problem());
  REQUIRE(answer.status != Status::kLimit);
  if (answer.best.empty()) return std::nullopt;
  return answer.best.front().score;
}

// nullopt: impossible, which is below every score.
bool at_least(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  return !b || (a && *a >= *b);
}

constexpr std::uint64_t kSeed = 2718;

}  // namespace

TEST_CASE("shuffling the candidates keeps score, uses and the number of optimal sets") {
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 120; ++i) {
    INFO("seed " << kSeed << ", problem " << i);
    const Draft draft = middling_draft(random);
    const Draft other = shuffled(draft, random);
    const Problem first = draft.problem();
    const Problem second = other.problem();
    const Answer a = solved(first);
    const Answer b = solved(second);
    REQUIRE(a.status == b.status);
    CHECK(a.optimal_sets == b.optimal_sets);
    if (a.best.empty()) continue;
    CHECK(a.best.front().score == b.best.front().score);
    for (const auto& [resource, max] : draft.limits) {
      CHECK(a.best.front().uses[*first.resources().find(resource)] ==
            b.best.front().uses[*second.resources().find(resource)]);
    }
  }
}

TEST_CASE("relaxing a constraint never lowers the best score") {
  std::mt19937_64 random(kSeed + 1);
  for (int i = 0; i < 60; ++i) {
    INFO("seed " << kSeed + 1 << ", problem " << i);
    const Draft draft = middling_draft(random);
    const auto before = best_score(draft);
    Draft relaxed = draft;
    switch (i % 5) {
      case 0:
        for (auto& [resource, max] : relaxed.limits) {
          if (max) *max += draw(random, 0, 50);
        }
        break;
      case 1:
        if (relaxed.count_max) *relaxed.count_max += 1;
        if (relaxed.count_min) *relaxed.count_min -= 1;
        break;
      case 2:
        for (DraftBound& bound : relaxed.bounds) {
          if (bound.max) *bound.max += 1;
          if (bound.min) *bound.min -= 1;
        }
        break;
      case 3:
        for (auto& [groups, min] : relaxed.coverages) min -= 1;
        relaxed.required.clear();
        break;
      default:
        relaxed.excluding.clear();
        relaxed.included.clear();
        relaxed.excluded.clear();
    }
    CHECK(at_least(best_score(relaxed), before));
  }
}

TEST_CASE("a dominated candidate at the end changes nothing") {
  std::mt19937_64 random(kSeed + 2);
  for (int i = 0; i < 60; ++i) {
    INFO("seed " << kSeed + 2 << ", problem " << i);
    Draft draft = middling_draft(random);
    draft.count_max = draw(random, 2, 8);
    if (draft.count_min) draft.count_min = std::min(*draft.count_min, *draft.count_max);
    const Answer before = solved(draft.problem());
    // Nothing gained and much used, in no group that anything asks for.
    draft.candidates.push_back({"last", -1'000, {{"budget", 100'000}, {"staff", 100'000}}, {}});
    const Answer after = solved(draft.problem());
    REQUIRE(after.status == before.status);
    if (before.best.empty()) continue;
    CHECK(after.best.front().positions == before.best.front().positions);
    CHECK(after.optimal_sets == before.optimal_sets);
  }
}

TEST_CASE("scaling all scores scales the best score and keeps the set") {
  std::mt19937_64 random(kSeed + 3);
  for (int i = 0; i < 60; ++i) {
    INFO("seed " << kSeed + 3 << ", problem " << i);
    const Draft draft = middling_draft(random);
    Draft scaled = draft;
    for (DraftCandidate& candidate : scaled.candidates) candidate.score *= 1'000'003;
    const Answer a = solved(draft.problem());
    const Answer b = solved(scaled.problem());
    REQUIRE(a.status == b.status);
    CHECK(a.optimal_sets == b.optimal_sets);
    if (a.best.empty()) continue;
    CHECK(b.best.front().score == a.best.front().score * 1'000'003);
    CHECK(b.best.front().positions == a.best.front().positions);
  }
}

TEST_CASE("the M best are the beginning of the M + 1 best") {
  std::mt19937_64 random(kSeed + 4);
  for (int i = 0; i < 30; ++i) {
    INFO("seed " << kSeed + 4 << ", problem " << i);
    const Problem problem = middling_draft(random).problem();
    SolveOptions options;
    options.best = 12;
    const Answer many = solved(problem, options);
    options.best = 5;
    const Answer few = solved(problem, options);
    REQUIRE(few.best.size() == std::min<std::size_t>(5, many.best.size()));
    for (std::size_t r = 0; r < few.best.size(); ++r) CHECK(few.best[r] == many.best[r]);
  }
}

}  // namespace pilah::selection::tests
