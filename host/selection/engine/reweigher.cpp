#include "pilah/selection/engine/reweigher.hpp"

#include <algorithm>

#include "pilah/selection/engine/core_search.hpp"

namespace pilah::selection::engine {
namespace {

constexpr std::size_t kTies = 64;         // of a search for the best score alone
constexpr std::size_t kMostListed = 500;  // sets; more are not worth their search

}  // namespace

Reweigher::Reweigher(const Problem& problem, const std::vector<Position>& idle)
    : problem_(&problem), constraints_(constraints_of(problem)), model_(problem, constraints_) {
  if (model_.contradictory()) return;
  std::vector<Fixed> fixed = model_.fixed();
  for (const Position each : idle) fixed[each] = Fixed::kOut;
  core_.emplace(model_, fixed);
  if (core_->contradictory()) {
    core_.reset();
    return;
  }
  relaxation_.emplace(*core_);
  // Choices come when their scores ask for them; most never do.
  for (Column column = core_->choices(); column < core_->columns(); ++column) {
    relaxation_->add_column(column);
  }
}

std::int64_t Reweigher::most_members() const {
  const std::int64_t all = problem_->size();
  return problem_->count_max() ? std::clamp<std::int64_t>(problem_->count_max()->value, 0, all)
                               : all;
}

// Decides every column that cannot be otherwise in a set worth at least `floor`.
std::vector<Fixed> Reweigher::narrowed(std::int64_t floor) const {
  std::vector<Fixed> fixed(core_->columns(), Fixed::kFree);
  if (floor == INT64_MIN) return fixed;
  const Wide gap =
      relaxation_->scaled_bound() - (Wide{core_->scaled_up(floor)} << relaxation_->shift());
  for (Column column = 0; column < core_->columns(); ++column) {
    const Wide cost = relaxation_->costs()[column];
    if ((cost < 0 ? -cost : cost) > gap) fixed[column] = cost > 0 ? Fixed::kIn : Fixed::kOut;
  }
  return fixed;
}

Reweigher::Listed Reweigher::search(std::int64_t floor, Pool pool, Effort& effort) const {
  const Core rest = core_->reduced(narrowed(floor));
  CoreSearch searching(rest, effort.tuning());
  searching.start_from(*relaxation_);
  searching.run(pool, effort);
  if (!searching.complete()) return {.complete = false, .sets = {}};
  if (pool.empty()) return {};
  if (pool.threshold() > pool.best_value()) return ranked(effort);
  Listed result;
  result.from = pool.threshold();
  for (const auto& [value, sets] : pool.sets()) {
    if (value >= result.from) result.sets.insert(result.sets.end(), sets.begin(), sets.end());
  }
  return result;
}

// With too many equals to list them: by further searches.
Reweigher::Listed Reweigher::ranked(Effort& effort) const {
  Variation variation;
  variation.scores = scores_;
  Ranked best = ranked_sets(Model(*problem_, constraints_, variation), 1, kTies, effort);
  Listed result;
  result.complete = best.complete;
  if (best.complete && !best.sets.empty()) {
    result.from = chosen_set(*problem_, best.sets.front(), scores_).score + 1;
    result.sets = std::move(best.sets);
  }
  return result;
}

bool Reweigher::take(std::span<const std::int64_t> scores) {
  if (!core_) return false;
  scores_.assign(scores.begin(), scores.end());
  core_->rescore(scores);
  relaxation_->objective_changed();
  const std::vector<Fixed> free(core_->columns(), Fixed::kFree);
  relaxation_->solve(free, INT64_MIN);
  return !relaxation_->infeasible();
}

Reweigher::Listed Reweigher::best(std::int64_t reached, Effort& effort) {
  return search(reached, Pool(1, kTies, reached), effort);
}

Reweigher::Listed Reweigher::down_to(std::int64_t floor, Effort& effort) {
  return search(floor, Pool(kMostListed, kTies, floor), effort);
}

}  // namespace pilah::selection::engine
