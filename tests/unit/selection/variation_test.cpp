// What a question supposes of a problem, against trying every set.
#include "pilah/selection/variation.hpp"

#include <algorithm>
#include <random>

#include "draft.hpp"
#include "pilah/selection/solve.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;

std::int64_t common(const Set& a, const Set& b) {
  return std::ranges::count_if(a, [&](Position each) { return std::ranges::count(b, each) > 0; });
}

struct Supposed {
  Draft draft;  // with all of the variation that a document can say
  Variation variation;
};

// A random supposition, and the draft that says the same.
Supposed suppose(std::mt19937_64& random, const Draft& draft, const Problem& problem) {
  Supposed result{draft, {}};
  const auto last = static_cast<std::int64_t>(problem.size()) - 1;
  Draft& changed = result.draft;
  Variation& variation = result.variation;
  if (draw(random, 0, 1) == 1) {
    const auto candidate = static_cast<Position>(draw(random, 0, last));
    const bool in = draw(random, 0, 1) == 1;
    variation.forced.push_back({candidate, in});
    (in ? changed.included : changed.excluded).push_back(candidate);
  }
  if (draw(random, 0, 1) == 0 && draft.count_max) {
    changed.count_max = draw(random, 0, last + 1);
    variation.demanded.push_back({{Constraint::Kind::kCountMax, 0}, *changed.count_max});
  }
  if (draw(random, 0, 1) == 0 && draft.count_min) {
    changed.count_min.reset();
    variation.dropped.push_back({Constraint::Kind::kCountMin, 0});
  }
  if (draw(random, 0, 1) == 0 && !draft.coverages.empty()) {
    const auto last_coverage = draft.coverages.size() - 1;
    changed.coverages.back().second = draw(random, 0, 3);
    variation.demanded.push_back(
        {{Constraint::Kind::kCoverage, static_cast<std::uint32_t>(last_coverage)},
         changed.coverages.back().second});
  }
  if (draw(random, 0, 2) == 0 && !draft.limits.empty()) {
    const std::string name = draft.limits.front().first;
    const std::int64_t most = draw(random, 0, 20);
    variation.limits.push_back({*problem.resources().find(name), most});
    for (auto& [resource, max] : changed.limits) {
      if (resource == name) max = most;
    }
  }
  if (draw(random, 0, 1) == 0) {
    for (DraftCandidate& candidate : changed.candidates) {
      candidate.score = draw(random, -4, 9);
      variation.scores.push_back(candidate.score);
    }
  }
  if (draw(random, 0, 1) == 0) {
    Variation::Overlap overlap;
    for (Position i = 0; i < problem.size(); ++i) {
      if (draw(random, 0, 1) == 0) overlap.candidates.push_back(i);
    }
    overlap.least = draw(random, 0, 2);
    overlap.most = draw(random, 1, 4);
    variation.overlaps.push_back(overlap);
  }
  if (draw(random, 0, 2) == 0) variation.least_score = draw(random, -2, 8);
  return result;
}

}  // namespace

TEST_CASE("what is supposed of a problem is answered as by trying every set") {
  const std::uint64_t seed = 641;
  std::mt19937_64 random(seed);
  int infeasible = 0;
  for (int i = 0; i < 1500; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 3 == 0;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    const auto [changed, variation] = suppose(random, draft, problem);
    CAPTURE(draft.document(), changed.document());

    std::vector<Set> ranked = enumerate(changed).ranked;
    for (const auto& overlap : variation.overlaps) {
      std::erase_if(ranked, [&](const Set& set) {
        const std::int64_t shared = common(set, overlap.candidates);
        return shared < overlap.least || shared > overlap.most;
      });
    }
    if (variation.least_score) {
      // Of the draft's own scores, whatever it is solved for.
      const std::int64_t least = *variation.least_score;
      std::erase_if(ranked, [&](const Set& set) { return score_of(draft, set) < least; });
    }
    SolveOptions options;
    options.best = 3;
    const Answer answer = solve(problem, variation, options);
    if (ranked.empty()) {
      ++infeasible;
      CHECK(answer.status == Status::kInfeasible);
      continue;
    }
    REQUIRE(answer.status == Status::kOptimal);
    REQUIRE(answer.best.size() == std::min<std::size_t>(3, ranked.size()));
    for (std::size_t rank = 0; rank < answer.best.size(); ++rank) {
      CHECK(answer.best[rank].positions == ranked[rank]);
      CHECK(answer.best[rank].score == score_of(changed, ranked[rank]));
    }
  }
  CHECK(infeasible > 50);
  CHECK(infeasible < 1300);
}

TEST_CASE("a limit that is supposed of a resource without one holds") {
  Draft draft;
  draft.candidates = {{"a", 5, {{"budget", 4}}, {}}, {"b", 3, {{"budget", 1}}, {}}};
  const Problem problem = draft.problem();
  const Answer answer = solve(problem, {.limits = {{*problem.resources().find("budget"), 3}}});
  REQUIRE(answer.status == Status::kOptimal);
  CHECK(answer.best.front().positions == Set{1});
}

}  // namespace pilah::selection::tests
