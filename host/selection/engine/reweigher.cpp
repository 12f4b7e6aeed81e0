#include "pilah/selection/engine/reweigher.hpp"

#include <algorithm>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {
namespace {

constexpr std::size_t kTies = 64;         // more are ranked by a solve of its own
constexpr std::size_t kMostKnown = 2000;  // sets that are tried as a bound from below

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

std::int64_t Reweigher::floor(std::span<const std::int64_t> scores) const {
  std::int64_t best = INT64_MIN;
  for (const auto& set : known_) {
    std::int64_t score = 0;
    for (const Position each : set) score += scores[each];
    best = std::max(best, score);
  }
  return best;
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

void Reweigher::remember(const std::vector<Position>& set) {
  if (known_.size() == kMostKnown) return;
  if (std::find(known_.begin(), known_.end(), set) == known_.end()) known_.push_back(set);
}

Ranked Reweigher::best(std::span<const std::int64_t> scores, Effort& effort) {
  if (!core_) return {};
  core_->rescore(scores);
  relaxation_->objective_changed();
  const std::vector<Fixed> free(core_->columns(), Fixed::kFree);
  relaxation_->solve(free, INT64_MIN);
  if (relaxation_->infeasible()) return {};
  const std::int64_t reached = floor(scores);
  const Core rest = core_->reduced(narrowed(reached));
  Pool pool(1, kTies, reached);
  CoreSearch searching(rest, effort.tuning());
  searching.start_from(*relaxation_);
  searching.run(pool, effort);
  Ranked result;
  if (searching.complete() && !pool.overflowed()) {
    result.sets = in_order(*problem_, pool, 1);
  } else {
    Variation variation;
    variation.scores.assign(scores.begin(), scores.end());
    result = ranked_sets(Model(*problem_, constraints_, variation), 1, kTies, effort);
  }
  if (!result.sets.empty()) remember(result.sets.front());
  return result;
}

}  // namespace pilah::selection::engine
