#include "pilah/selection/engine/optimum.hpp"

#include <algorithm>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/explore.hpp"
#include "pilah/selection/engine/narrowing.hpp"

namespace pilah::selection::engine {
namespace {

Column free_columns(std::span<const Fixed> fixed) {
  return static_cast<Column>(std::count(fixed.begin(), fixed.end(), Fixed::kFree));
}

Searched search_core(Core core, Pool& pool, Effort& effort) {
  const Explored explored = explore(core, pool, effort);
  return {std::move(core), explored.complete, explored.bound};
}

}  // namespace

Searched search(const Model& model, Pool& pool, Effort& effort) {
  if (model.contradictory()) return {};
  const Tuning& tuning = effort.tuning();
  if (free_columns(model.fixed()) <= tuning.direct_columns) {
    return search_core(Core(model, model.fixed()), pool, effort);
  }
  Relaxation relaxation(model, tuning.near_columns);
  seed(model, tuning.seeds, relaxation);
  relaxation.solve(model.fixed(), INT64_MIN);
  if (relaxation.infeasible()) return {};
  for (const Column size : {tuning.first_core, tuning.second_core}) {
    const Core small(model, nearest(model, relaxation, size));
    if (!small.contradictory()) {
      CoreSearch first(small, tuning);
      first.limit_relaxations(tuning.first_relaxations);
      first.run(pool, effort);
    }
    if (!pool.empty() || effort.exhausted()) break;
  }
  // Ties that did not fit into the pool are ranked later and must stay.
  const std::int64_t threshold = pool.overflowed() ? pool.lowest_value() : pool.threshold();
  Searched result = search_core(
      Core(model, threshold == INT64_MIN ? model.fixed() : narrowed(model, relaxation, threshold)),
      pool, effort);
  result.bound = std::min(result.bound, relaxation.bound());
  return result;
}

}  // namespace pilah::selection::engine
