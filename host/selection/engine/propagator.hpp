// Which columns of a core are decided, and what follows from that: each row
// knows the least and the most that its activity can still be, exactly, and
// decides columns without which it cannot hold. Decisions are undone in order.
//
// Ownership: refers to the core. Threads: one.
#pragma once

#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"

namespace pilah::selection::engine {

class Propagator {
 public:
  explicit Propagator(const Core& core);

  // Decides a free column. False: it is decided otherwise already.
  bool fix(Column column, Fixed value);

  // Draws all conclusions. False: some row cannot hold; undo() to a mark.
  bool propagate();

  // Looks at every row, not only at those that changed.
  bool propagate_all();

  std::size_t mark() const { return trail_.size(); }
  void undo(std::size_t mark);

  Fixed operator[](Column column) const { return fixed_[column]; }
  std::span<const Fixed> fixed() const { return fixed_; }
  // Decided columns in the order of their decision.
  std::span<const Column> trail() const { return trail_; }
  Column free_choices() const { return free_choices_; }

 private:
  bool propagate_row(RowIndex row);
  void queue(RowIndex row) {
    if (queued_[row] != 0) return;
    queued_[row] = 1;
    queue_.push_back(row);
  }

  const Core* core_;
  std::vector<Fixed> fixed_;
  std::vector<std::int64_t> least_, most_;  // by row
  std::vector<Column> trail_;
  std::vector<RowIndex> queue_;
  std::vector<char> queued_;  // whether a row waits in queue_
  Column free_choices_;
};

}  // namespace pilah::selection::engine
