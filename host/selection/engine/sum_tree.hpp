// All ways to choose some of a few numbers such that their sum lies in a window, walked
// as a tree in lexicographic order; a branch ends where even the most, or the least,
// that the rest can add misses the window. Fast where the window lies near an end of
// what is possible.
//
// Ownership: owns the values, refers to the needs. Threads: one.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "pilah/selection/engine/sum_needs.hpp"
#include "pilah/selection/engine/sum_window.hpp"

namespace pilah::selection::engine {

class SumTree {
 public:
  // Of columns, ascending; false: no more are wanted.
  using Take = std::function<bool(std::span<const Column>)>;

  // Between least_count and most_count of these columns (ascending) are chosen. Their
  // values are positive, of a sum that fits in 64 bits; the needs stand at them.
  // Requires: most_count <= columns.size().
  SumTree(std::span<const Column> columns, const Core& core, const SumNeeds& needs,
          std::size_t least_count, std::size_t most_count);

  // Takes each choice whose sum lies in the window, which take may narrow meanwhile.
  // False: it would need more than so many steps, of some ten nanoseconds each.
  bool walk(const SumWindow& window, std::uint64_t most_steps, const Take& take);

  // Steps of the last walk.
  std::uint64_t steps() const { return steps_; }

 private:
  enum class End { kAll, kEnough, kTooMany };

  End walk_from(std::size_t next, std::int64_t sum, std::uint64_t served);
  End walk_last(std::size_t next, std::int64_t sum, std::uint64_t served);
  std::int64_t most_from(std::size_t next, std::size_t count) const {
    return most_from_[next * (most_count_ + 1) + count];
  }
  std::int64_t least_from(std::size_t next, std::size_t count) const {
    return least_from_[next * (most_count_ + 1) + count];
  }

  std::span<const Column> columns_;
  const SumNeeds* needs_;
  std::vector<std::int64_t> values_;  // by place among the columns
  std::size_t least_count_, most_count_;
  // By place and count: the sum of that many of the largest, or the smallest, of the
  // values from there on; of all where there are fewer.
  std::vector<std::int64_t> most_from_, least_from_;
  std::vector<std::uint32_t> by_value_;

  const SumWindow* window_ = nullptr;
  const Take* take_ = nullptr;
  std::vector<Column> chosen_;
  std::uint64_t steps_ = 0;
  std::uint64_t most_steps_ = 0;
};

}  // namespace pilah::selection::engine
