#include "pilah/selection/engine/sum_search.hpp"

#include <algorithm>
#include <utility>

namespace pilah::selection::engine {
namespace {

constexpr std::size_t kMostHits = 200'000;  // of one leaf
constexpr std::size_t kMostWalked = 512;    // columns of a tree
constexpr std::size_t kDeepestWalk = 64;    // of so many choices at most
constexpr std::uint64_t kDearestTree = 1U << 24;
constexpr std::uint64_t kCheapLeaf = 1U << 18;      // against a look at the relaxations
constexpr Column kRelaxedColumns = 1'000;           // to begin with; others come when needed
constexpr std::uint64_t kFruitlessWork = 500;       // before relaxations are looked at
constexpr std::uint64_t kStepsOfUnit = 500;         // of lists
constexpr std::uint64_t kStepsOfBranch = 8;         // of lists, for one of a tree
constexpr std::uint64_t kOperationsOfUnit = 1'000;  // of a relaxation

bool equal_coefficients(const Core& core, RowIndex row) {
  const auto members = core.members(row);
  return members.size() == core.choices() &&
         std::all_of(members.begin(), members.end(), [&](const Core::Member& member) {
           return member.column < core.choices() &&
                  member.coefficient == core.objective(member.column);
         });
}

bool counts(const Core& core, RowIndex row) {
  const auto members = core.members(row);
  return members.size() == core.choices() &&
         std::all_of(members.begin(), members.end(), [&](const Core::Member& member) {
           return member.column < core.choices() && member.coefficient == 1;
         });
}

Core without_the_limit(const Core& core) {
  std::vector<RowIndex> rows;
  for (RowIndex row = 0; row < core.rows().size(); ++row) {
    if (equal_coefficients(core, row)) rows.push_back(row);
  }
  return core.loosened(rows);
}

Core negated(const Core& core) {
  std::vector<std::int64_t> objective(core.columns(), 0);
  for (Column column = 0; column < core.choices(); ++column) {
    objective[column] = -core.objective(column);
  }
  return core.with_objective(objective);
}

}  // namespace

std::optional<std::int64_t> limit_of_objective(const Core& core) {
  for (Column column = 0; column < core.choices(); ++column) {
    if (core.objective(column) <= 0) return std::nullopt;
  }
  for (RowIndex row = 0; row < core.rows().size(); ++row) {
    const std::int64_t upper = core.rows()[row].upper;
    if (upper != kNoUpper && equal_coefficients(core, row)) return upper;
  }
  return std::nullopt;
}

SumSearch::SumSearch(const Core& core, Effort& effort)
    : core_(&core),
      effort_(&effort),
      positive_(without_the_limit(core)),
      negative_(negated(positive_)),
      propagator_(core),
      highest_(positive_),
      lowest_(negative_),
      needs_(core),
      sums_(core, needs_) {
  by_value_.resize(core.choices());
  for (Column column = 0; column < core.choices(); ++column) by_value_[column] = column;
  std::stable_sort(by_value_.begin(), by_value_.end(),
                   [&](Column a, Column b) { return core.objective(a) < core.objective(b); });
  for (Relaxation* relaxation : {&highest_, &lowest_}) {
    const Column step = std::max<Column>(core.choices() / kRelaxedColumns, 1);
    for (Column i = 0; i < core.choices(); i += step) relaxation->add_column(by_value_[i]);
    for (Column column = core.choices(); column < core.columns(); ++column) {
      relaxation->add_column(column);
    }
  }
  for (RowIndex row = 0; row < core.rows().size(); ++row) {
    if (counts(core, row)) count_ = row;
  }
}

bool SumSearch::explore(std::int64_t most, Pool& pool) {
  pool_ = &pool;
  most_ = *limit_of_objective(*core_);
  if (most < core_->value(most_)) {
    most_ = core_->scaled_up(most);
    if (core_->value(most_) > most) --most_;
  }
  return walk_all();
}

std::optional<std::vector<std::vector<Position>>> SumSearch::first(std::int64_t value,
                                                                   std::size_t wanted) {
  pool_ = nullptr;
  most_ = core_->scaled_up(value);
  wanted_ = wanted;
  if (!walk_all()) return std::nullopt;
  return std::move(lists_);
}

// As if so many columns were decided each way that lists of the others can be afforded.
std::uint64_t SumSearch::work_on_all() const {
  constexpr std::size_t kMostDecided = 12;
  const Rest all = rest();
  const std::size_t open = core_->choices();
  for (std::size_t decided = 0; decided <= std::min(kMostDecided, open); ++decided) {
    const std::uint64_t cost = sums_.cost(open - decided, all.least_count, all.most_count);
    if (cost <= 1ULL << effort_->tuning().last_sums) return (cost << decided) / kStepsOfUnit;
  }
  return UINT64_MAX;
}

// The walk, again and again with leaves of a higher cost. False: the effort ended it.
bool SumSearch::walk_all() {
  constexpr std::uint64_t kLeavesOfTurn = 4;
  constexpr std::uint64_t kLeastWork = 5'000;
  const int last = effort_->tuning().last_sums;
  for (int sums = effort_->tuning().first_sums;; sums = std::min(sums + 2, last)) {
    propagator_.undo(0);
    lists_.clear();
    leaf_cost_ = 1ULL << sums;
    work_left_ =
        sums == last ? UINT64_MAX : std::max(kLeastWork, kLeavesOfTurn * leaf_cost_ / kStepsOfUnit);
    fruitless_ = 0;
    climbing_ = false;
    if (core_->contradictory() || !propagator_.propagate_all()) return true;
    walk(0);
    if (effort_->exhausted()) return false;
    if (work_left_ > 0) return true;
  }
}

void SumSearch::spend(std::uint64_t work) {
  effort_->spend(work);
  work_left_ -= std::min(work_left_, work);
  fruitless_ += work;
}

bool SumSearch::done() {
  if (effort_->exhausted() || work_left_ == 0) return true;
  if (pool_ == nullptr) return lists_.size() >= wanted_;
  const SumWindow sums = wanted_sums();
  return sums.least > sums.most;
}

// Of the choices that are free in the core.
SumWindow SumSearch::wanted_sums() const {
  if (pool_ == nullptr) return {most_, most_};
  const std::int64_t least = pool_->threshold();
  return {least == INT64_MIN ? 0 : std::max<std::int64_t>(core_->scaled_up(least), 0), most_};
}

SumSearch::Rest SumSearch::rest() const {
  std::int64_t sum = 0;
  std::int64_t chosen = 0;
  for (const Column column : propagator_.trail()) {
    if (column >= core_->choices() || propagator_[column] != Fixed::kIn) continue;
    sum += core_->objective(column);
    ++chosen;
  }
  const SumWindow wanted = wanted_sums();
  Rest rest{{wanted.least - sum, wanted.most - sum}, 0, propagator_.free_choices()};
  if (!count_) return rest;
  const Row& row = core_->rows()[*count_];
  if (row.lower != kNoLower) {
    rest.least_count = static_cast<std::size_t>(std::max<std::int64_t>(row.lower - chosen, 0));
  }
  if (row.upper != kNoUpper) {
    rest.most_count = std::min(
        rest.most_count, static_cast<std::size_t>(std::max<std::int64_t>(row.upper - chosen, 0)));
  }
  return rest;
}

// By value.
SumSearch::Columns SumSearch::open_columns(const Rest& rest) const {
  Columns open;
  for (const Column column : by_value_) {
    if (core_->objective(column) > rest.sum.most) break;
    if (propagator_[column] == Fixed::kFree) open.push_back(column);
  }
  return open;
}

// Decides what sums and counts decide together: a column that even the least, or the
// most, of others cannot bring into the window is out, one without which they cannot is
// in. False: nothing is left.
bool SumSearch::tighten(Columns& open, Rest& rest) {
  for (;;) {
    rest = this->rest();
    open = open_columns(rest);
    const std::size_t n = open.size();
    if (rest.sum.most < 0 || rest.least_count > n) return false;
    std::int64_t sum = 0;
    std::size_t fitting = 0;  // the smallest, as many as fit
    std::int64_t least = 0;   // of the fewest
    for (; fitting < n && sum + core_->objective(open[fitting]) <= rest.sum.most; ++fitting) {
      if (fitting == rest.least_count) least = sum;
      sum += core_->objective(open[fitting]);
    }
    if (fitting < rest.least_count) return false;
    if (fitting == rest.least_count) least = sum;
    rest.most_count = std::min(rest.most_count, fitting);
    if (rest.most_count < rest.least_count) return false;
    std::int64_t most = 0;  // of as many as may come
    for (std::size_t i = 0; i < rest.most_count; ++i) most += core_->objective(open[n - 1 - i]);
    if (most < rest.sum.least) return false;

    const std::size_t fewest = rest.least_count;
    const std::size_t many = rest.most_count;
    const std::size_t mark = propagator_.mark();
    for (std::size_t i = 0; i < n; ++i) {
      const std::int64_t value = core_->objective(open[i]);
      const std::int64_t least_with = i < fewest || fewest == 0
                                          ? std::max(least, value)
                                          : least - core_->objective(open[fewest - 1]) + value;
      const bool among_most = i + many >= n;
      const std::int64_t most_with =
          among_most || many == 0 ? most : most - core_->objective(open[n - many]) + value;
      if (many == 0 || least_with > rest.sum.most || most_with < rest.sum.least) {
        propagator_.fix(open[i], Fixed::kOut);
        continue;
      }
      const bool needed_below =
          i < fewest &&
          (fewest == n || least - value + core_->objective(open[fewest]) > rest.sum.most);
      const bool needed_above =
          among_most &&
          most - value + (many < n ? core_->objective(open[n - 1 - many]) : 0) < rest.sum.least;
      if (needed_below || needed_above) propagator_.fix(open[i], Fixed::kIn);
    }
    // Too large ones of the rest are out, too.
    for (std::size_t i = by_value_.size(); i-- > 0;) {
      if (core_->objective(by_value_[i]) <= rest.sum.most) break;
      propagator_.fix(by_value_[i], Fixed::kOut);
    }
    if (propagator_.mark() == mark) return true;
    if (!propagator_.propagate()) return false;
  }
}

// Whether the sets that the propagator leaves are all taken, or there are none.
bool SumSearch::settled() {
  Columns open;
  Rest rest;
  spend(1 + by_value_.size() / 50);
  if (!tighten(open, rest)) return true;
  const std::uint64_t cheap = std::min(leaf_cost_, kCheapLeaf);
  if (leaf(open, rest, cheap)) return true;
  if (leaf_cost_ == cheap && !climbing_ && fruitless_ < kFruitlessWork) return false;
  fruitless_ = 0;
  climbing_ = relaxed_hopeless();
  if (climbing_ || !tighten(open, rest)) return true;
  return leaf(open, rest, leaf_cost_);
}

// Takes all that fits of the open columns. False: that would cost too much.
bool SumSearch::leaf(const Columns& open, const Rest& rest, std::uint64_t most_cost) {
  const std::uint64_t of_lists = sums_.cost(open.size(), rest.least_count, rest.most_count);
  const bool walkable = open.size() <= kMostWalked && rest.most_count <= kDeepestWalk;
  if (!walkable && of_lists > most_cost) return false;
  spend(open.size() / 50);
  Columns in_order = open;
  std::sort(in_order.begin(), in_order.end());
  needs_.stand_at(propagator_, in_order);
  if (!needs_.possible(0, rest.most_count)) return true;
  const std::uint64_t of_tree = std::min({of_lists, most_cost, kDearestTree});
  if (walkable && leaf_by_tree(in_order, rest, of_tree)) return true;
  if (of_lists > most_cost) return false;
  sums_.open(std::move(in_order), rest.least_count, rest.most_count);
  return leaf_by_lists(rest, of_lists);
}

bool SumSearch::leaf_by_tree(const Columns& open, const Rest& rest, std::uint64_t most_cost) {
  SumTree tree(open, *core_, needs_, rest.least_count, rest.most_count);
  SumWindow window = rest.sum;
  const std::int64_t taken = wanted_sums().most - rest.sum.most;
  const std::size_t before = lists_.size();
  const bool all = tree.walk(window, most_cost / kStepsOfBranch, [&](auto columns) {
    spend(1);
    if (take(columns)) fruitless_ = 0;
    window.least = wanted_sums().least - taken;
    return !done();
  });
  spend(1 + (tree.steps() + open.size() * rest.most_count) * kStepsOfBranch / kStepsOfUnit);
  // What was found of a list that is not complete is found again.
  if (!all) lists_.resize(before);
  return all;
}

// With many sums in the window the highest come first: what they are worth narrows it.
bool SumSearch::leaf_by_lists(const Rest& rest, std::uint64_t cost) {
  SumWindow left = rest.sum;
  const std::int64_t taken = wanted_sums().most - rest.sum.most;
  spend(1 + cost / kStepsOfUnit);
  for (std::int64_t width = 0; left.least <= left.most; width = width * 4 + 1) {
    const std::int64_t from = left.most - left.least > width ? left.most - width : left.least;
    spend(1 + cost / kStepsOfUnit / 16);
    if (!sums_.look({from, left.most}, kMostHits, hits_)) return false;
    if (!take_hits(taken)) return true;
    left = {std::max(left.least, wanted_sums().least - taken), from - 1};
  }
  return true;
}

// In the order of positions, of explore() the highest first; `taken` is what is chosen
// already. False: nothing more is wanted.
bool SumSearch::take_hits(std::int64_t taken) {
  std::sort(hits_.begin(), hits_.end(), [&](const SumLists::Hit& a, const SumLists::Hit& b) {
    return a.sum != b.sum ? a.sum > b.sum : a.chosen < b.chosen;
  });
  for (const SumLists::Hit& hit : hits_) {
    spend(1);
    if (done()) return false;
    if (taken + hit.sum < wanted_sums().least) return true;
    if (take(hit.chosen)) fruitless_ = 0;
  }
  return !done();
}

// Whether the core allows these columns beside those that are in, and no others.
bool SumSearch::take(std::span<const Column> columns) {
  const std::size_t mark = propagator_.mark();
  bool allowed = true;
  for (const Column column : columns) {
    allowed = allowed && propagator_.fix(column, Fixed::kIn);
  }
  allowed = allowed && propagator_.propagate();
  for (Column column = 0; allowed && column < core_->choices(); ++column) {
    if (propagator_[column] == Fixed::kFree) propagator_.fix(column, Fixed::kOut);
  }
  allowed = allowed && propagator_.propagate();
  if (allowed) {
    std::vector<Position> set(core_->parent_in().begin(), core_->parent_in().end());
    std::int64_t value = 0;
    for (Column column = 0; column < core_->choices(); ++column) {
      if (propagator_[column] != Fixed::kIn) continue;
      set.push_back(core_->parent_column(column));
      value += core_->objective(column);
    }
    std::sort(set.begin(), set.end());
    if (pool_ != nullptr) {
      pool_->offer(std::move(set), core_->value(value));
    } else {
      lists_.push_back(std::move(set));
    }
  }
  propagator_.undo(mark);
  return allowed;
}

// Whether a relaxation says that no sum in the window can be met; decides what follows
// from its costs.
bool SumSearch::relaxed_hopeless() {
  const SumWindow wanted = wanted_sums();
  return relaxed_hopeless(lowest_, -wanted.most) || relaxed_hopeless(highest_, wanted.least);
}

bool SumSearch::relaxed_hopeless(Relaxation& relaxation, std::int64_t threshold) {
  const std::uint64_t before = relaxation.operations();
  relaxation.solve(propagator_.fixed(), threshold);
  spend((relaxation.operations() - before) / kOperationsOfUnit);
  if (relaxation.infeasible() || relaxation.bound() < threshold) return true;
  const Wide gap = relaxation.scaled_bound() - (Wide{threshold} << relaxation.shift());
  for (Column column = 0; column < core_->columns(); ++column) {
    if (propagator_[column] != Fixed::kFree) continue;
    const Wide cost = relaxation.costs()[column];
    if ((cost < 0 ? -cost : cost) <= gap) continue;
    propagator_.fix(column, cost > 0 ? Fixed::kIn : Fixed::kOut);
  }
  return !propagator_.propagate();
}

// Columns before `next` are decided. No set is the beginning of another, since their
// sums are equal or the pool takes both: of two sets that one comes first which has the
// first column that only one of them has.
void SumSearch::walk(Column next) {
  constexpr int kBetweenLooks = 16;
  const std::size_t mark = propagator_.mark();
  for (int without = 0; !done(); ++without) {
    if ((climbing_ || without % kBetweenLooks == 0) && settled()) break;
    while (next < core_->choices() && propagator_[next] != Fixed::kFree) ++next;
    if (next == core_->choices()) {
      settled();
      break;
    }
    const std::size_t before = propagator_.mark();
    if (propagator_.fix(next, Fixed::kIn) && propagator_.propagate()) walk(next + 1);
    propagator_.undo(before);
    if (!propagator_.fix(next, Fixed::kOut) || !propagator_.propagate()) break;
    ++next;
  }
  propagator_.undo(mark);
}

}  // namespace pilah::selection::engine
