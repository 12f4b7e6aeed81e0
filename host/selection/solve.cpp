#include "pilah/selection/solve.hpp"

#include <algorithm>

#include "pilah/selection/conflict.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection {
namespace {

// No set can score more than all positive scores together.
std::int64_t plain_bound(std::span<const std::int64_t> scores) {
  std::int64_t sum = 0;
  for (const std::int64_t score : scores) sum += std::max<std::int64_t>(score, 0);
  return sum;
}

}  // namespace

ChosenSet chosen_set(const Problem& problem, std::vector<Position> positions,
                     std::span<const std::int64_t> scores) {
  if (scores.empty()) scores = problem.scores();
  ChosenSet set;
  set.uses.assign(problem.resources().size(), 0);
  for (const Position position : positions) {
    set.score += scores[position];
    for (const Use& use : problem.uses(position)) set.uses[use.resource] += use.amount;
  }
  set.positions = std::move(positions);
  return set;
}

Answer solve(const Problem& problem, const SolveOptions& options) {
  return solve(problem, Variation(), options);
}

Answer solve(const Problem& problem, const Variation& variation, const SolveOptions& options) {
  engine::Effort effort(options);
  const engine::Model model(problem, constraints_of(problem), variation);
  const std::uint32_t wanted = std::clamp<std::uint32_t>(options.best, 1, kMostBestSets);
  engine::Ranked ranked = engine::ranked_sets(model, wanted, kMostOptimalSets, effort);

  Answer answer;
  for (auto& positions : ranked.sets) {
    answer.best.push_back(chosen_set(problem, std::move(positions), variation.scores));
  }
  if (!ranked.complete) {
    answer.status = Status::kLimit;
    answer.bound = std::min(ranked.bound, plain_bound(model.scores()));
  } else if (answer.best.empty()) {
    answer.status = Status::kInfeasible;
    answer.conflict = named(problem, irreducible_conflict(problem, variation, {}, effort));
  } else {
    answer.status = Status::kOptimal;
    answer.bound = answer.best.front().score;
    answer.optimal_sets = ranked.optimal_sets;
  }
  answer.work = effort.work();
  return answer;
}

}  // namespace pilah::selection
