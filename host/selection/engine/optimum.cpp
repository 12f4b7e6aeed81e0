#include "pilah/selection/engine/optimum.hpp"

#include <algorithm>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/relaxation.hpp"

namespace pilah::selection::engine {
namespace {

Wide absolute(Wide value) { return value < 0 ? -value : value; }

// The best candidates by score and by score per use of each limited resource.
void seed(const Model& model, Column seeds, Relaxation& relaxation) {
  const auto take = [&](auto merit) {
    std::vector<std::pair<double, Column>> best;
    const auto worse = [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    for (Column column = 0; column < model.choices(); ++column) {
      if (model.fixed()[column] == Fixed::kOut) continue;
      if (model.fixed()[column] == Fixed::kIn) {
        relaxation.add_column(column);
        continue;
      }
      const std::pair<double, Column> each{merit(column), column};
      if (best.size() == seeds && !worse(each, best.front())) continue;
      best.push_back(each);
      std::push_heap(best.begin(), best.end(), worse);
      if (best.size() > seeds) {
        std::pop_heap(best.begin(), best.end(), worse);
        best.pop_back();
      }
    }
    std::sort(best.begin(), best.end(), worse);
    for (const auto& [value, column] : best) relaxation.add_column(column);
  };
  const auto score = [&](Column column) { return static_cast<double>(model.objective(column)); };
  take(score);
  for (const Limit& limit : model.problem().limits()) {
    if (!limit.max) continue;
    const double typical = static_cast<double>(limit.max->value) / 100;
    take([&](Column column) {
      return score(column) /
             (typical + static_cast<double>(model.problem().use(column, limit.resource)));
    });
  }
  for (Column column = model.choices(); column < model.columns(); ++column) {
    if (column - model.choices() < seeds) relaxation.add_column(column);
  }
}

Column free_columns(std::span<const Fixed> fixed) {
  return static_cast<Column>(std::count(fixed.begin(), fixed.end(), Fixed::kFree));
}

// Where the reduced costs want the columns; `stays_free` says which are not decided.
// radius: how far from zero it may leave columns free.
template <class StaysFree>
std::vector<Fixed> decided(const Model& model, const Relaxation& relaxation, Wide radius,
                           StaysFree stays_free) {
  std::vector<Fixed> fixed = model.fixed();
  const auto decide = [&](Column column, Wide cost) {
    if (model.fixed()[column] != Fixed::kFree) return;
    fixed[column] = stays_free(column, cost) ? Fixed::kFree : cost > 0 ? Fixed::kIn : Fixed::kOut;
  };
  if (radius > relaxation.near_radius()) {
    relaxation.for_each_cost(decide);
    return fixed;
  }
  // Auxiliary columns that are not near stay free.
  for (Column column = 0; column < model.choices(); ++column) {
    if (fixed[column] == Fixed::kFree) fixed[column] = Fixed::kOut;
  }
  for (const auto& [cost, column] : relaxation.near()) decide(column, cost);
  return fixed;
}

// The reduced cost of which about `size` free columns are nearer to zero.
Wide distance_of(const Model& model, const Relaxation& relaxation, Column size) {
  std::vector<Wide> nearest;
  for (const auto& [cost, column] : relaxation.near()) {
    if (model.fixed()[column] == Fixed::kFree) nearest.push_back(absolute(cost));
  }
  if (nearest.size() <= size) return relaxation.near_radius();
  const auto middle = nearest.begin() + size;
  std::nth_element(nearest.begin(), middle, nearest.end());
  return *middle;
}

// All columns stand where their reduced cost wants them, but about the `size`
// least certain ones stay free.
std::vector<Fixed> nearest(const Model& model, const Relaxation& relaxation, Column size) {
  const Wide distance = distance_of(model, relaxation, size);
  return decided(model, relaxation, distance, [&](Column column, Wide cost) {
    if (absolute(cost) <= distance || column >= model.choices()) return true;
    const double at = relaxation.value(column);
    return at > 1e-9 && at < 1 - 1e-9;
  });
}

// Decides every column whose other value would push the bound below threshold.
std::vector<Fixed> narrowed(const Model& model, const Relaxation& relaxation,
                            std::int64_t threshold) {
  const Wide gap = relaxation.scaled_bound() - (Wide{threshold} << relaxation.shift());
  return decided(model, relaxation, gap,
                 [gap](Column, Wide cost) { return absolute(cost) <= gap; });
}

Searched search_core(Core core, Pool& pool, Effort& effort) {
  CoreSearch searching(core, effort.tuning());
  searching.run(pool, effort);
  const bool complete = searching.complete();
  const std::int64_t bound = searching.bound();
  return {std::move(core), complete, bound};
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
