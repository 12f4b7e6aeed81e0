#include "pilah/selection/engine/core_search.hpp"

#include <algorithm>
#include <cmath>

#include "pilah/selection/engine/crew.hpp"

namespace pilah::selection::engine {
namespace {

constexpr Column kNoColumn = UINT32_MAX;
constexpr double kIntegral = 1e-6;

Fixed other(Fixed value) { return value == Fixed::kIn ? Fixed::kOut : Fixed::kIn; }

Wide absolute(Wide value) { return value < 0 ? -value : value; }

}  // namespace

CoreSearch::CoreSearch(const Core& core, const Tuning& tuning)
    : core_(&core), tuning_(tuning), propagator_(core), relaxation_(core) {
  // Small cores go into the simplex whole; of large ones the auxiliary columns
  // and the best by objective begin.
  if (core.columns() <= 2 * tuning.core_columns) {
    for (Column column = 0; column < core.columns(); ++column) relaxation_.add_column(column);
    return;
  }
  std::vector<Column> best(core.choices());
  for (Column column = 0; column < core.choices(); ++column) best[column] = column;
  const auto middle = best.begin() + std::min<std::ptrdiff_t>(tuning.core_columns, core.choices());
  std::partial_sort(best.begin(), middle, best.end(), [&](Column a, Column b) {
    return core.objective(a) != core.objective(b) ? core.objective(a) > core.objective(b) : a < b;
  });
  best.erase(middle, best.end());
  std::sort(best.begin(), best.end());
  for (const Column column : best) relaxation_.add_column(column);
  for (Column column = core.choices(); column < core.columns(); ++column) {
    if (column - core.choices() < tuning.core_columns) relaxation_.add_column(column);
  }
}

// In the core's own units.
std::int64_t CoreSearch::threshold() const {
  return pool_->threshold() == INT64_MIN ? INT64_MIN : core_->scaled_up(pool_->threshold());
}

void CoreSearch::offer() {
  std::vector<Position> positions(core_->parent_in().begin(), core_->parent_in().end());
  std::int64_t scaled = 0;
  for (Column column = 0; column < core_->choices(); ++column) {
    if (propagator_[column] != Fixed::kIn) continue;
    positions.push_back(core_->parent_column(column));
    scaled += core_->objective(column);
  }
  std::sort(positions.begin(), positions.end());
  pool_->offer(std::move(positions), core_->value(scaled));
}

// Follows the relaxation's values, largest first, as far as the rows let it.
void CoreSearch::offer_rounded() {
  const std::size_t mark = propagator_.mark();
  order_.clear();
  for (Column column = 0; column < core_->choices(); ++column) {
    if (propagator_[column] == Fixed::kFree) order_.push_back(column);
  }
  std::sort(order_.begin(), order_.end(), [&](Column a, Column b) {
    const double left = relaxation_.value(a);
    const double right = relaxation_.value(b);
    if (left != right) return left > right;
    const Wide cost_a = relaxation_.costs()[a];
    const Wide cost_b = relaxation_.costs()[b];
    return cost_a != cost_b ? cost_a > cost_b : a < b;
  });
  bool possible = true;
  for (const Column column : order_) {
    if (propagator_[column] != Fixed::kFree) continue;
    const std::size_t before = propagator_.mark();
    const bool wanted = relaxation_.value(column) > kIntegral || core_->objective(column) > 0;
    const Fixed first = wanted ? Fixed::kIn : Fixed::kOut;
    if (propagator_.fix(column, first) && propagator_.propagate()) continue;
    propagator_.undo(before);
    possible = propagator_.fix(column, other(first)) && propagator_.propagate();
    if (!possible) break;
  }
  if (possible) offer();
  propagator_.undo(mark);
}

// Decides columns whose other value would push the bound below the threshold.
bool CoreSearch::fix_by_cost(std::int64_t threshold) {
  if (threshold == INT64_MIN) return true;
  const Wide gap = relaxation_.scaled_bound() - (Wide{threshold} << relaxation_.shift());
  for (Column column = 0; column < core_->columns(); ++column) {
    if (propagator_[column] != Fixed::kFree) continue;
    const Wide cost = relaxation_.costs()[column];
    if (absolute(cost) <= gap) continue;
    propagator_.fix(column, cost > 0 ? Fixed::kIn : Fixed::kOut);
  }
  return propagator_.propagate();
}

CoreSearch::Node CoreSearch::relax() {
  constexpr int kMostRepeats = 4;
  for (int repeat = 0;; ++repeat) {
    const std::int64_t wanted = threshold();
    ++relaxations_;
    evaluated_ = propagator_.mark();
    relaxation_.solve(propagator_.fixed(), wanted);
    if (relaxation_.infeasible()) return Node::kDone;
    node_bound_ = std::min(node_bound_, relaxation_.bound());
    if (relaxation_.bound() < wanted) return Node::kDone;
    const std::size_t before = propagator_.mark();
    if (!fix_by_cost(wanted)) return Node::kDone;
    if (propagator_.free_choices() == 0) {
      offer();
      return Node::kDone;
    }
    // Worth another relaxation only if something was decided against it.
    const auto decided = propagator_.trail().subspan(before);
    const bool against = std::any_of(decided.begin(), decided.end(), [&](Column column) {
      const double at = relaxation_.value(column);
      return std::abs(at - (propagator_[column] == Fixed::kIn ? 1.0 : 0.0)) > kIntegral;
    });
    if (!against || repeat == kMostRepeats) return Node::kOpen;
  }
}

CoreSearch::Node CoreSearch::enter() {
  if (!propagator_.propagate()) return Node::kDone;
  if (propagator_.free_choices() == 0) {
    offer();
    return Node::kDone;
  }
  if (relax() == Node::kDone) return Node::kDone;
  if (relaxation_.solved()) {
    // Good sets early on save much; later the search finds its own.
    const bool integral = most_fractional() == kNoColumn;
    const bool nothing_known = threshold() == INT64_MIN;
    const std::size_t deepest = nothing_known ? 64 : pool_->empty() ? 1 : 4;
    if (integral || branches_.size() < deepest) {
      const std::int64_t before = threshold();
      offer_rounded();
      const std::int64_t after = threshold();
      if (after > before) {
        if (relaxation_.bound() < after || !fix_by_cost(after)) return Node::kDone;
        if (propagator_.free_choices() == 0) {
          offer();
          return Node::kDone;
        }
      }
    }
  }
  return Node::kOpen;
}

// Takes the costs of decisions since the last look; whether the bound is below.
bool CoreSearch::fallen_below(std::int64_t threshold) {
  const auto trail = propagator_.trail();
  for (; walk_counted_ < trail.size(); ++walk_counted_) {
    const Column column = trail[walk_counted_];
    const Wide cost = relaxation_.costs()[column];
    if ((cost > 0) != (propagator_[column] == Fixed::kIn)) spent_ += absolute(cost);
  }
  if (threshold == INT64_MIN) return false;
  return relaxation_.scaled_bound() - spent_ < (Wide{threshold} << relaxation_.shift());
}

CoreSearch::Node CoreSearch::enter_walked() {
  const std::int64_t wanted = threshold();
  if (fallen_below(wanted) || !propagator_.propagate() || fallen_below(wanted)) return Node::kDone;
  if (propagator_.free_choices() > 0) return Node::kOpen;
  offer();
  return Node::kDone;
}

Column CoreSearch::most_fractional() const {
  Column best = kNoColumn;
  double best_merit = kIntegral;
  for (const Column column : relaxation_.active()) {
    if (column >= core_->choices() || propagator_[column] != Fixed::kFree) continue;
    const double at = relaxation_.value(column);
    const double merit = std::min(at, 1 - at);
    if (merit > best_merit) {
      best_merit = merit;
      best = column;
    }
  }
  return best;
}

Column CoreSearch::walked_choice() const {
  for (const Column column : walk_order_) {
    if (propagator_[column] == Fixed::kFree) return column;
  }
  return kNoColumn;
}

// From here on the subtree is walked without relaxations: decisions against
// large reduced costs first, since they leave the least room below.
void CoreSearch::start_walk() {
  walking_ = true;
  walk_root_ = branches_.size();
  walk_counted_ = evaluated_;
  spent_ = 0;
  // What was decided since the relaxation was evaluated counts too.
  fallen_below(INT64_MIN);
  walk_order_.clear();
  for (Column column = 0; column < core_->choices(); ++column) {
    if (propagator_[column] == Fixed::kFree) walk_order_.push_back(column);
  }
  std::sort(walk_order_.begin(), walk_order_.end(), [&](Column a, Column b) {
    const Wide left = absolute(relaxation_.costs()[a]);
    const Wide right = absolute(relaxation_.costs()[b]);
    return left != right ? left > right : a < b;
  });
}

// The free choice that is least costly to decide either way.
Column CoreSearch::least_costly() const {
  Column best = kNoColumn;
  for (Column column = 0; column < core_->choices(); ++column) {
    if (propagator_[column] != Fixed::kFree) continue;
    if (best == kNoColumn ||
        absolute(relaxation_.costs()[column]) < absolute(relaxation_.costs()[best])) {
      best = column;
    }
  }
  return best;
}

void CoreSearch::branch() {
  if (!walking_ && propagator_.free_choices() <= tuning_.walked_choices) start_walk();
  Column column = kNoColumn;
  Fixed first = Fixed::kIn;
  bool both = true;
  if (walking_) {
    column = walked_choice();
    const Wide cost = relaxation_.costs()[column];
    first = cost < 0 ? Fixed::kOut : Fixed::kIn;
    const std::int64_t wanted = threshold();
    both = wanted == INT64_MIN || relaxation_.scaled_bound() - spent_ - absolute(cost) >=
                                      (Wide{wanted} << relaxation_.shift());
  } else {
    if (relaxation_.solved()) column = most_fractional();
    if (column == kNoColumn) column = least_costly();
    first = relaxation_.value(column) >= 0.5 ? Fixed::kIn : Fixed::kOut;
  }
  const Fixed second = both ? other(first) : Fixed::kFree;
  branches_.push_back({column, second, propagator_.mark(), node_bound_, spent_});
  propagator_.fix(column, first);
}

// To the next value that is still to be tried; false when none is.
bool CoreSearch::back() {
  while (!branches_.empty()) {
    Branch& last = branches_.back();
    if (walking_ && branches_.size() <= walk_root_) walking_ = false;
    propagator_.undo(last.mark);
    if (last.second == Fixed::kFree) {
      branches_.pop_back();
      continue;
    }
    spent_ = last.spent;
    walk_counted_ = last.mark;
    node_bound_ = last.bound;
    propagator_.fix(last.column, last.second);
    last.second = Fixed::kFree;
    return true;
  }
  return false;
}

bool CoreSearch::start(Pool& pool, std::span<const Decision> decisions) {
  pool_ = &pool;
  decisions_.assign(decisions.begin(), decisions.end());
  propagator_.undo(0);
  branches_.clear();
  walking_ = false;
  spent_ = 0;
  relaxations_ = 0;
  work_ = 0;
  complete_ = false;
  bound_ = INT64_MIN;
  node_bound_ = INT64_MAX;
  if (core_->contradictory()) return false;
  for (const Decision& decision : decisions) {
    if (!propagator_.fix(decision.column, decision.value)) return false;
  }
  return propagator_.propagate_all();
}

// Of all that is not explored yet, in the terms of the core's parent.
std::int64_t CoreSearch::open_bound() const {
  std::int64_t most = node_bound_;
  for (const Branch& branch : branches_) {
    if (branch.second != Fixed::kFree) most = std::max(most, branch.bound);
  }
  return in_terms_of_parent(most);
}

std::int64_t CoreSearch::in_terms_of_parent(std::int64_t bound) const {
  return clamp_to_int64(Wide{core_->offset()} + Wide{core_->divisor()} * bound);
}

// Gives away the topmost branch that was not tried yet, the largest; none of a subtree
// that is walked, which ends soon.
void CoreSearch::share() {
  const std::size_t end = walking_ ? walk_root_ : branches_.size();
  const auto open =
      std::find_if(branches_.begin(), branches_.begin() + static_cast<std::ptrdiff_t>(end),
                   [](const Branch& branch) { return branch.second != Fixed::kFree; });
  if (open == branches_.begin() + static_cast<std::ptrdiff_t>(end)) return;
  Crew::Task task{shared_core_, decisions_, in_terms_of_parent(open->bound)};
  for (auto above = branches_.begin(); above != open; ++above) {
    task.decisions.push_back({above->column, propagator_[above->column]});
  }
  task.decisions.push_back({open->column, open->second});
  open->second = Fixed::kFree;
  crew_->give(std::move(task));
}

// Whether a copy of what is left repays itself.
bool CoreSearch::shrunk() const {
  return branches_.empty() && core_->choices() > tuning_.copied_choices &&
         propagator_.free_choices() < core_->choices() / 4 * 3;
}

void CoreSearch::run_reduced(Effort& effort) {
  const auto core = std::make_shared<const Core>(core_->reduced(propagator_.fixed()));
  CoreSearch rest(*core, tuning_);
  if (crew_ != nullptr) rest.share_with(*crew_, core);
  rest.start_from(relaxation_);
  rest.stop_at_first_ = stop_at_first_;
  rest.relaxation_limit_ = relaxation_limit_;
  if (work_limit_ != 0) rest.work_limit_ = work_limit_ > work_ ? work_limit_ - work_ : 1;
  rest.run(*pool_, effort);
  complete_ = rest.complete();
  bound_ = rest.bound();
}

// The node itself, and the pivots since the last look.
std::uint64_t CoreSearch::work_of_next_node() {
  constexpr std::uint64_t kOperationsOfUnit = 1000;
  constexpr std::uint64_t kRelaxation = 4;  // beside its pivots
  const std::uint64_t pivoted = relaxation_.operations() - counted_operations_;
  counted_operations_ += pivoted;
  return (walking_ ? 1 : kRelaxation) + pivoted / kOperationsOfUnit;
}

void CoreSearch::run(Pool& pool, Effort& effort, std::span<const Decision> decisions) {
  complete_ = !start(pool, decisions);
  while (!complete_) {
    const std::uint64_t work = work_of_next_node();
    work_ += work;
    const bool limited = (relaxation_limit_ != 0 && relaxations_ >= relaxation_limit_) ||
                         (work_limit_ != 0 && work_ > work_limit_);
    if (!effort.spend(work) || limited) {
      bound_ = open_bound();
      return;
    }
    effort.tell([&] { return pool_->best(); }, [&] { return open_bound(); });
    if (crew_ != nullptr && crew_->idle()) share();
    const Node node = walking_ ? enter_walked() : enter();
    if (stop_at_first_ && !pool_->empty()) return;
    if (node == Node::kOpen) {
      if (shrunk()) return run_reduced(effort);
      branch();
    } else {
      complete_ = !back();
    }
  }
}

}  // namespace pilah::selection::engine
