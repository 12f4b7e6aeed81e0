#include "pilah/selection/engine/first_lists.hpp"

#include <algorithm>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {

FirstLists::FirstLists(const Core& core, Effort& effort) : core_(&core), effort_(&effort) {
  if (core.parent_in().empty()) return;
  const Position last = *std::max_element(core.parent_in().begin(), core.parent_in().end());
  while (last_common_ < core.choices() && core.parent_column(last_common_) < last) ++last_common_;
}

void FirstLists::add(const Columns& columns) {
  std::vector<Position> list(core_->parent_in().begin(), core_->parent_in().end());
  for (const Column column : columns) list.push_back(core_->parent_column(column));
  std::sort(list.begin(), list.end());
  lists_.push_back(std::move(list));
}

// Whether the core allows exactly these columns.
bool FirstLists::allowed(const Columns& columns) const {
  Propagator propagator(*core_);
  for (Column column = 0; column < core_->choices(); ++column) {
    const bool in = std::binary_search(columns.begin(), columns.end(), column);
    propagator.fix(column, in ? Fixed::kIn : Fixed::kOut);
  }
  return propagator.propagate_all();
}

// Any set that begins so and has a column in [from, to); none between the
// beginning and from.
std::optional<FirstLists::Columns> FirstLists::find(const Columns& beginning, Column from,
                                                    Column to) {
  std::vector<Fixed> fixed(core_->columns(), Fixed::kFree);
  std::fill_n(fixed.begin(), from, Fixed::kOut);
  for (const Column column : beginning) fixed[column] = Fixed::kIn;
  std::vector<std::int64_t> objective(core_->columns(), 0);
  std::fill(objective.begin() + from, objective.begin() + to, 1);
  const Core rest(core_->with_objective(objective), fixed);
  if (rest.contradictory()) return std::nullopt;
  Pool pool(1, 1, 1);
  CoreSearch searching(rest, effort_->tuning());
  searching.stop_at_first();
  searching.run(pool, *effort_);
  if (pool.empty()) return std::nullopt;
  return *pool.sets().begin()->second.begin();
}

// The same, with its next column as small as can be.
std::optional<FirstLists::Columns> FirstLists::find_first(const Columns& beginning, Column from,
                                                          Column to) {
  std::optional<Columns> best;
  while (from < to && !effort_->exhausted()) {
    const Column middle = best ? from + (to - from + 1) / 2 : to;
    auto found = find(beginning, from, middle);
    if (!found) {
      if (!best) return std::nullopt;
      from = middle;
      continue;
    }
    to = (*found)[beginning.size()];
    best = std::move(found);
  }
  return best;
}

void FirstLists::walk_between(const Columns& beginning, Column from, Column to) {
  while (lists_.size() < wanted_ && !effort_->exhausted()) {
    const auto found = find_first(beginning, from, to);
    if (!found) return;
    const Column next = (*found)[beginning.size()];
    Columns longer = beginning;
    longer.push_back(next);
    walk(longer, next + 1);
    from = next + 1;
  }
}

void FirstLists::walk(const Columns& beginning, Column next) {
  // A list that stops here ends with the positions common to all sets, so
  // longer ones that continue before those come first.
  if (next < last_common_) walk_between(beginning, next, last_common_);
  if (lists_.size() < wanted_ && allowed(beginning)) add(beginning);
  walk_between(beginning, std::max(next, last_common_), core_->choices());
}

std::vector<std::vector<Position>> FirstLists::first(std::size_t wanted) {
  wanted_ = wanted;
  walk({}, 0);
  return std::move(lists_);
}

}  // namespace pilah::selection::engine
