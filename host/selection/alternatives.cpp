#include "pilah/selection/alternatives.hpp"

#include <algorithm>
#include <iterator>

namespace pilah::selection {
namespace {

std::vector<Position> without(const std::vector<Position>& set,
                              const std::vector<Position>& others) {
  std::vector<Position> result;
  std::ranges::set_difference(set, others, std::back_inserter(result));
  return result;
}

Alternative against(const ChosenSet& base, Answer answer) {
  Alternative result;
  result.proven = answer.status != Status::kLimit;
  result.conflict = std::move(answer.conflict);
  if (answer.best.empty()) return result;
  result.set = std::move(answer.best.front());
  result.enter = without(result.set->positions, base.positions);
  result.leave = without(base.positions, result.set->positions);
  result.price = base.score - result.set->score;
  return result;
}

}  // namespace

Alternative best_different(const Problem& problem, const ChosenSet& base, std::size_t changes,
                           const SolveOptions& options) {
  Variation variation;
  variation.overlaps.push_back(
      {.candidates = base.positions,
       .most = static_cast<std::int64_t>(base.positions.size() - changes)});
  return against(base, solve(problem, variation, options));
}

Alternative best_repair(const Problem& problem, const ChosenSet& base,
                        std::span<const Position> leaving, std::size_t most_changes,
                        const SolveOptions& options) {
  Variation variation;
  for (const Position each : leaving) variation.forced.push_back({each, false});
  variation.overlaps.push_back(
      {.candidates = base.positions,
       .least = static_cast<std::int64_t>(base.positions.size() - most_changes)});
  return against(base, solve(problem, variation, options));
}

}  // namespace pilah::selection
