#include "pilah/selection/engine/propagator.hpp"

#include <cstdlib>

namespace pilah::selection::engine {

Propagator::Propagator(const Core& core)
    : core_(&core),
      fixed_(core.columns(), Fixed::kFree),
      least_(core.rows().size(), 0),
      most_(core.rows().size(), 0),
      queued_(core.rows().size(), 0),
      free_choices_(core.choices()) {
  for (Column column = 0; column < core.columns(); ++column) {
    for (const Entry& entry : core.entries(column)) {
      (entry.coefficient > 0 ? most_ : least_)[entry.row] += entry.coefficient;
    }
  }
}

bool Propagator::fix(Column column, Fixed value) {
  if (fixed_[column] != Fixed::kFree) return fixed_[column] == value;
  fixed_[column] = value;
  trail_.push_back(column);
  if (column < core_->choices()) --free_choices_;
  for (const Entry& entry : core_->entries(column)) {
    // In raises the least of a positive coefficient, out lowers its most; a
    // negative coefficient the other way round.
    const bool positive = entry.coefficient > 0;
    if ((value == Fixed::kIn) == positive) {
      least_[entry.row] += std::abs(entry.coefficient);
    } else {
      most_[entry.row] -= std::abs(entry.coefficient);
    }
    queue(entry.row);
  }
  return true;
}

bool Propagator::propagate_row(RowIndex row) {
  const Row& each = core_->rows()[row];
  if (each.upper != kNoUpper) {
    const std::int64_t room = each.upper - least_[row];
    if (room < 0) return false;
    if (each.largest > room) {
      for (const Core::Member& member : core_->members(row)) {
        if (std::abs(member.coefficient) <= room) break;
        if (fixed_[member.column] != Fixed::kFree) continue;
        fix(member.column, member.coefficient > 0 ? Fixed::kOut : Fixed::kIn);
      }
    }
  }
  if (each.lower != kNoLower) {
    const std::int64_t room = most_[row] - each.lower;
    if (room < 0) return false;
    if (each.largest > room) {
      for (const Core::Member& member : core_->members(row)) {
        if (std::abs(member.coefficient) <= room) break;
        if (fixed_[member.column] != Fixed::kFree) continue;
        fix(member.column, member.coefficient > 0 ? Fixed::kIn : Fixed::kOut);
      }
    }
  }
  return true;
}

bool Propagator::propagate() {
  bool possible = true;
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    const RowIndex row = queue_[next];
    queued_[row] = 0;
    if (possible) possible = propagate_row(row);
  }
  queue_.clear();
  return possible;
}

bool Propagator::propagate_all() {
  for (RowIndex row = 0; row < core_->rows().size(); ++row) queue(row);
  return propagate();
}

void Propagator::undo(std::size_t mark) {
  for (const RowIndex row : queue_) queued_[row] = 0;
  queue_.clear();
  while (trail_.size() > mark) {
    const Column column = trail_.back();
    trail_.pop_back();
    const bool in = fixed_[column] == Fixed::kIn;
    fixed_[column] = Fixed::kFree;
    if (column < core_->choices()) ++free_choices_;
    for (const Entry& entry : core_->entries(column)) {
      if (in == (entry.coefficient > 0)) {
        least_[entry.row] -= std::abs(entry.coefficient);
      } else {
        most_[entry.row] += std::abs(entry.coefficient);
      }
    }
  }
}

}  // namespace pilah::selection::engine
