#include "pilah/selection/engine/pool.hpp"

#include <utility>

namespace pilah::selection::engine {

void Pool::offer(std::vector<Position> positions, std::int64_t value) {
  if (value < threshold()) return;
  const std::lock_guard lock(offering_);
  if (value < threshold()) return;
  if (!sets_[value].insert(std::move(positions)).second) return;
  std::size_t size = this->size() + 1;
  // Whole values below the last wanted set are of no interest any more.
  while (sets_.size() > 1 && size - sets_.rbegin()->second.size() >= wanted_) {
    size -= sets_.rbegin()->second.size();
    sets_.erase(std::prev(sets_.end()));
    overflowed_ = false;
  }
  if (size >= wanted_) {
    std::int64_t threshold = lowest_value();
    std::set<std::vector<Position>>& last = sets_.rbegin()->second;
    if (last.size() > ties_) {
      last.erase(std::prev(last.end()));
      --size;
      overflowed_ = true;
    }
    if (overflowed_ && threshold < INT64_MAX) ++threshold;
    threshold_.store(threshold, std::memory_order_relaxed);
  }
  size_.store(size, std::memory_order_relaxed);
}

std::optional<std::int64_t> Pool::best() const {
  const std::lock_guard lock(offering_);
  return sets_.empty() ? std::nullopt : std::optional(best_value());
}

}  // namespace pilah::selection::engine
