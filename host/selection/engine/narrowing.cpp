#include "pilah/selection/engine/narrowing.hpp"

#include <algorithm>

namespace pilah::selection::engine {
namespace {

Wide absolute(Wide value) { return value < 0 ? -value : value; }

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

}  // namespace

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

std::vector<Fixed> nearest(const Model& model, const Relaxation& relaxation, Column size) {
  const Wide distance = distance_of(model, relaxation, size);
  return decided(model, relaxation, distance, [&](Column column, Wide cost) {
    if (absolute(cost) <= distance || column >= model.choices()) return true;
    const double at = relaxation.value(column);
    return at > 1e-9 && at < 1 - 1e-9;
  });
}

std::vector<Fixed> narrowed(const Model& model, const Relaxation& relaxation,
                            std::int64_t threshold) {
  const Wide gap = relaxation.scaled_bound() - (Wide{threshold} << relaxation.shift());
  return decided(model, relaxation, gap,
                 [gap](Column, Wide cost) { return absolute(cost) <= gap; });
}

}  // namespace pilah::selection::engine
