#include "pilah/selection/engine/exchange.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <vector>

#include "pilah/selection/engine/neighbourhood.hpp"

namespace pilah::selection::engine {
namespace {

constexpr Column kNone = UINT32_MAX;
constexpr std::size_t kPairedColumns = 600;    // of a larger core, those drawn
constexpr std::size_t kLeavingPairs = 400;     // of a larger set, those drawn
constexpr std::size_t kHitsOfRange = 16;       // looked at for each pair that leaves
constexpr std::uint64_t kStepsOfList = 2'000;  // without a find, before others are drawn
constexpr std::uint64_t kFruitlessSteps = 20'000;

// Up to two columns and what they are worth together.
struct Few {
  std::int64_t value = 0;
  std::array<Column, 2> columns{kNone, kNone};
};

class Exchange {
 public:
  Exchange(const Core& core, std::int64_t bound, Pool& pool, Effort& effort)
      : core_(&core), pool_(&pool), effort_(&effort), around_(core), most_(scaled_down(bound)) {}

  void run(std::uint64_t work_on_ties) {
    if (!start()) return;
    list_incoming();
    for (std::uint64_t fruitless = 0; fruitless < kFruitlessSteps; ++fruitless) {
      constexpr std::uint64_t kWorkOfStep = 8;
      const std::uint64_t work = kWorkOfStep + chosen_.size() / 4;
      if (least() > most_ || !effort_->spend(work)) return;
      if (reached()) {
        if (work > work_on_ties) return;
        work_on_ties -= work;
      }
      if (look_around()) fruitless = 0;
      if (fruitless % kStepsOfList == kStepsOfList - 1) {
        if (core_->choices() > kPairedColumns) list_incoming();
        start();
      }
      step();
    }
  }

 private:
  std::int64_t scaled_down(std::int64_t bound) const {
    if (bound == INT64_MAX) return INT64_MAX;
    const std::int64_t up = core_->scaled_up(bound);
    return core_->value(up) > bound ? up - 1 : up;
  }

  // Whether a set is known that is worth all that is possible.
  bool reached() const { return most_ != INT64_MAX && pool_->best_value() >= core_->value(most_); }

  std::int64_t least() const {
    return pool_->threshold() == INT64_MIN ? INT64_MIN : core_->scaled_up(pool_->threshold());
  }

  // At the best set whose choices are all free or fixed in this core.
  bool start() {
    for (const auto& [value, sets] : pool_->sets()) {
      for (const auto& set : sets) {
        if (stand_at(set)) return true;
      }
    }
    return false;
  }

  bool stand_at(const std::vector<Position>& set) {
    chosen_.clear();
    value_ = 0;
    for (Column column = 0; column < core_->choices(); ++column) {
      if (!std::binary_search(set.begin(), set.end(), core_->parent_column(column))) continue;
      chosen_.push_back(column);
      value_ += core_->objective(column);
    }
    const auto& in = core_->parent_in();
    const bool holds_fixed = std::all_of(in.begin(), in.end(), [&](Column column) {
      return std::binary_search(set.begin(), set.end(), column);
    });
    if (!holds_fixed || chosen_.size() + in.size() != set.size()) return false;
    around_.stand_at(chosen_);
    // About what two of them are worth: an exchange can make up for it.
    std::int64_t sizes = 0;
    for (const Column column : chosen_) sizes += std::abs(core_->objective(column));
    const auto count = std::max<std::int64_t>(static_cast<std::int64_t>(chosen_.size()), 1);
    room_ = 2 * Wide{sizes} / count + std::max<Wide>(Wide{most_} - value_, 0);
    return true;
  }

  void list_incoming() {
    constexpr std::uint64_t kPairsOfUnit = 20;
    std::vector<Column> columns(core_->choices());
    for (Column column = 0; column < core_->choices(); ++column) columns[column] = column;
    incoming_.clear();
    draw_first(columns, kPairedColumns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::int64_t value = core_->objective(columns[i]);
      incoming_.push_back({value, {columns[i], kNone}});
      for (std::size_t j = 0; j < i; ++j) {
        incoming_.push_back({value + core_->objective(columns[j]), {columns[i], columns[j]}});
      }
    }
    incoming_.push_back({});
    effort_->spend(incoming_.size() / kPairsOfUnit);
    std::stable_sort(incoming_.begin(), incoming_.end(),
                     [](const Few& a, const Few& b) { return a.value < b.value; });
  }

  // Brings up to `most` of them, drawn, to the front and drops the others.
  void draw_first(std::vector<Column>& columns, std::size_t most) {
    if (columns.size() <= most) return;
    for (std::size_t i = 0; i < most; ++i) {
      std::swap(columns[i], columns[i + draw(columns.size() - i)]);
    }
    columns.resize(most);
  }

  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(random_() % below); }

  // Whether something new was offered.
  bool look_around() {
    bool found = fits_for({});
    const std::size_t size = chosen_.size();
    for (std::size_t i = 0; i < size; ++i) {
      found |= fits_for({core_->objective(chosen_[i]), {chosen_[i], kNone}});
    }
    if (size < 2) return found;
    if (size * (size - 1) / 2 > kLeavingPairs) {
      for (std::size_t drawn = 0; drawn < kLeavingPairs; ++drawn) {
        const std::size_t i = draw(size);
        const std::size_t j = draw(size - 1);
        found |= leave(i, j < i ? j : j + 1);
      }
      return found;
    }
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = 0; j < i; ++j) found |= leave(i, j);
    }
    return found;
  }

  bool leave(std::size_t i, std::size_t j) {
    return fits_for(
        {core_->objective(chosen_[i]) + core_->objective(chosen_[j]), {chosen_[i], chosen_[j]}});
  }

  // What may come in for those that leave.
  bool fits_for(const Few& leaving) {
    const std::int64_t lowest = least();
    if (lowest > most_) return false;
    const std::int64_t rest = value_ - leaving.value;
    const std::int64_t from = lowest == INT64_MIN ? INT64_MIN : lowest - rest;
    const std::int64_t to = most_ == INT64_MAX ? INT64_MAX : most_ - rest;
    auto at =
        std::lower_bound(incoming_.begin(), incoming_.end(), from,
                         [](const Few& few, std::int64_t value) { return few.value < value; });
    bool found = false;
    for (std::size_t looked = 0; at != incoming_.end() && at->value <= to && looked < kHitsOfRange;
         ++at, ++looked) {
      found |= try_exchange(leaving, *at);
    }
    return found;
  }

  bool try_exchange(const Few& leaving, const Few& coming) {
    moved_.clear();
    for (const Column column : leaving.columns) {
      if (column != kNone) moved_.push_back(column);
    }
    for (const Column column : coming.columns) {
      if (column == kNone) continue;
      if (around_.contains(column)) return false;
      moved_.push_back(column);
    }
    if (moved_.empty() || !around_.allows(moved_)) return false;
    std::vector<Position> set(core_->parent_in().begin(), core_->parent_in().end());
    for (const Column column : chosen_) {
      if (column != leaving.columns[0] && column != leaving.columns[1]) {
        set.push_back(core_->parent_column(column));
      }
    }
    for (const Column column : coming.columns) {
      if (column != kNone) set.push_back(core_->parent_column(column));
    }
    std::sort(set.begin(), set.end());
    const std::size_t before = pool_->size();
    const std::int64_t threshold = pool_->threshold();
    pool_->offer(std::move(set), core_->value(value_ - leaving.value + coming.value));
    return pool_->size() != before || pool_->threshold() != threshold;
  }

  // To a set one exchange away, at random, not too far below what is possible; if there
  // is one nearby.
  void step() {
    constexpr int kTries = 200;
    for (int tries = 0; tries < kTries; ++tries) {
      const auto coming = static_cast<Column>(draw(core_->choices()));
      moved_.clear();
      moved_.push_back(coming);
      const std::size_t place = chosen_.empty() ? 0 : draw(chosen_.size());
      const bool alone = around_.contains(coming) || chosen_.empty() || draw(8) == 0;
      if (!alone) moved_.push_back(chosen_[place]);
      std::int64_t value = value_;
      for (const Column column : moved_) {
        value += around_.contains(column) ? -core_->objective(column) : core_->objective(column);
      }
      if (most_ != INT64_MAX && Wide{value} < Wide{most_} - room_) continue;
      if (!around_.allows(moved_)) continue;
      for (const Column column : moved_) {
        if (around_.contains(column)) {
          chosen_.erase(std::find(chosen_.begin(), chosen_.end(), column));
        } else {
          chosen_.push_back(column);
        }
      }
      value_ = value;
      around_.stand_at(chosen_);
      return;
    }
  }

  const Core* core_;
  Pool* pool_;
  Effort* effort_;
  Neighbourhood around_;
  std::int64_t most_;  // in the units of the core
  std::mt19937_64 random_{1};

  std::vector<Column> chosen_;
  std::int64_t value_ = 0;
  std::vector<Few> incoming_;  // by value
  Wide room_ = 0;              // how far below what is possible a step may lead
  std::vector<Column> moved_;
};

}  // namespace

void exchange(const Core& core, std::int64_t bound, std::uint64_t work_on_ties, Pool& pool,
              Effort& effort) {
  if (core.choices() == 0 || pool.empty()) return;
  Exchange(core, bound, pool, effort).run(work_on_ties);
}

}  // namespace pilah::selection::engine
