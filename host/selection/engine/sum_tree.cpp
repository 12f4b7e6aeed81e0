#include "pilah/selection/engine/sum_tree.hpp"

#include <algorithm>
#include <functional>

namespace pilah::selection::engine {

SumTree::SumTree(std::span<const Column> columns, const Core& core, const SumNeeds& needs,
                 std::size_t least_count, std::size_t most_count)
    : columns_(columns),
      needs_(&needs),
      least_count_(least_count),
      most_count_(most_count),
      by_value_(columns.size()) {
  for (const Column column : columns) values_.push_back(core.objective(column));
  const std::size_t n = values_.size();
  const std::size_t width = most_count_ + 1;
  most_from_.assign((n + 1) * width, 0);
  least_from_.assign((n + 1) * width, 0);
  std::vector<std::int64_t> largest, smallest;  // of those from a place on, sorted
  const auto sum_up = [&](const std::vector<std::int64_t>& sorted, std::int64_t* sums) {
    for (std::size_t count = 1; count < width; ++count) {
      sums[count] = sums[count - 1] + (count <= sorted.size() ? sorted[count - 1] : 0);
    }
  };
  for (std::size_t place = n; place-- > 0;) {
    const std::int64_t value = values_[place];
    largest.insert(std::upper_bound(largest.begin(), largest.end(), value, std::greater<>()),
                   value);
    smallest.insert(std::upper_bound(smallest.begin(), smallest.end(), value), value);
    if (largest.size() > most_count_) largest.pop_back();
    if (smallest.size() > most_count_) smallest.pop_back();
    sum_up(largest, &most_from_[place * width]);
    sum_up(smallest, &least_from_[place * width]);
  }
  for (std::uint32_t place = 0; place < n; ++place) by_value_[place] = place;
  std::stable_sort(by_value_.begin(), by_value_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return values_[a] < values_[b]; });
}

bool SumTree::walk(const SumWindow& window, std::uint64_t most_steps, const Take& take) {
  window_ = &window;
  take_ = &take;
  chosen_.clear();
  steps_ = 0;
  most_steps_ = most_steps;
  return walk_from(0, 0, 0) != End::kTooMany;
}

// What was chosen is in, and nothing else before next.
SumTree::End SumTree::walk_from(std::size_t next, std::int64_t sum, std::uint64_t served) {
  if (!needs_->possible(served, most_count_ - chosen_.size())) return End::kAll;
  if (chosen_.size() >= least_count_ && needs_->possible(served, 0) && sum >= window_->least &&
      sum <= window_->most) {
    if (!(*take_)(chosen_)) return End::kEnough;
  }
  if (chosen_.size() == most_count_) return End::kAll;
  if (most_count_ - chosen_.size() == 1) return walk_last(next, sum, served);
  const std::size_t more = most_count_ - chosen_.size();
  const std::size_t needed = least_count_ > chosen_.size() ? least_count_ - chosen_.size() : 0;
  for (; next + needed <= values_.size() && next < values_.size(); ++next) {
    if (++steps_ > most_steps_) return End::kTooMany;
    if (sum + most_from(next, more) < window_->least) return End::kAll;
    if (sum + least_from(next, needed) > window_->most) return End::kAll;
    const std::int64_t with = sum + values_[next];
    if (with > window_->most) continue;
    if (with + most_from(next + 1, more - 1) < window_->least) continue;
    if (needed > 1 && with + least_from(next + 1, needed - 1) > window_->most) continue;
    chosen_.push_back(columns_[next]);
    const End end = walk_from(next + 1, with, served | needs_->served_by(columns_[next]));
    chosen_.pop_back();
    if (end != End::kAll) return end;
  }
  return End::kAll;
}

// One more may be chosen: those of the right values are found by value.
SumTree::End SumTree::walk_last(std::size_t next, std::int64_t sum, std::uint64_t served) {
  const std::int64_t least = window_->least - sum;
  const std::int64_t most = window_->most - sum;
  auto at = std::lower_bound(
      by_value_.begin(), by_value_.end(), least,
      [&](std::uint32_t place, std::int64_t value) { return values_[place] < value; });
  std::vector<std::uint32_t> found;
  for (; at != by_value_.end() && values_[*at] <= most; ++at) {
    if (++steps_ > most_steps_) return End::kTooMany;
    if (*at < next) continue;
    if (needs_->possible(served | needs_->served_by(columns_[*at]), 0)) found.push_back(*at);
  }
  std::sort(found.begin(), found.end());
  for (const std::uint32_t place : found) {
    if (sum + values_[place] < window_->least) continue;  // it has been narrowed
    chosen_.push_back(columns_[place]);
    const bool goes_on = (*take_)(chosen_);
    chosen_.pop_back();
    if (!goes_on) return End::kEnough;
  }
  return End::kAll;
}

}  // namespace pilah::selection::engine
