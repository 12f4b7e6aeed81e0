#include "pilah/selection/engine/pool.hpp"

#include <utility>

namespace pilah::selection::engine {

void Pool::offer(std::vector<Position> positions, std::int64_t value) {
  if (value < threshold_) return;
  if (!sets_[value].insert(std::move(positions)).second) return;
  ++size_;
  // Whole values below the last wanted set are of no interest any more.
  while (sets_.size() > 1 && size_ - sets_.rbegin()->second.size() >= wanted_) {
    size_ -= sets_.rbegin()->second.size();
    sets_.erase(std::prev(sets_.end()));
    overflowed_ = false;
  }
  if (size_ < wanted_) return;
  threshold_ = lowest_value();
  std::set<std::vector<Position>>& last = sets_.rbegin()->second;
  if (last.size() > ties_) {
    last.erase(std::prev(last.end()));
    --size_;
    overflowed_ = true;
  }
  if (overflowed_ && threshold_ < INT64_MAX) ++threshold_;
}

}  // namespace pilah::selection::engine
