#include "pilah/selection/engine/neighbourhood.hpp"

#include <algorithm>

namespace pilah::selection::engine {
namespace {

constexpr Column kNone = UINT32_MAX;

}  // namespace

Neighbourhood::Neighbourhood(const Core& core)
    : core_(&core),
      chosen_(core.choices(), 0),
      activity_(core.rows().size(), 0),
      auxiliary_(core.rows().size(), kNone),
      change_(core.rows().size(), 0),
      is_touched_(core.rows().size(), 0) {
  for (Column column = core.choices(); column < core.columns(); ++column) {
    for (const Entry& entry : core.entries(column)) {
      if (entry.coefficient < 0) auxiliary_[entry.row] = column;
    }
  }
}

// Whether the auxiliary column of a link may be 1: its group has a member.
bool Neighbourhood::covered(RowIndex link, std::int64_t activity) const {
  const std::int64_t lower = core_->rows()[link].lower;
  return lower == kNoLower || activity - 1 >= lower;
}

void Neighbourhood::stand_at(std::span<const Column> chosen) {
  std::fill(chosen_.begin(), chosen_.end(), 0);
  std::fill(activity_.begin(), activity_.end(), 0);
  for (const Column column : chosen) {
    chosen_[column] = 1;
    for (const Entry& entry : core_->entries(column)) activity_[entry.row] += entry.coefficient;
  }
  for (RowIndex link = 0; link < auxiliary_.size(); ++link) {
    if (auxiliary_[link] == kNone || !covered(link, activity_[link])) continue;
    for (const Entry& entry : core_->entries(auxiliary_[link])) {
      if (entry.row != link) activity_[entry.row] += entry.coefficient;
    }
  }
}

void Neighbourhood::touch(RowIndex row, std::int64_t change) {
  if (is_touched_[row] == 0) touched_.push_back(row);
  is_touched_[row] = 1;
  change_[row] += change;
}

bool Neighbourhood::holds_after_move() {
  // Links are touched by choices only; what they free or take counts in their coverages.
  const std::size_t by_choices = touched_.size();
  for (std::size_t i = 0; i < by_choices; ++i) {
    const RowIndex link = touched_[i];
    if (auxiliary_[link] == kNone) continue;
    const bool before = covered(link, activity_[link]);
    const bool after = covered(link, activity_[link] + change_[link]);
    if (before == after) continue;
    for (const Entry& entry : core_->entries(auxiliary_[link])) {
      if (entry.row != link) touch(entry.row, after ? entry.coefficient : -entry.coefficient);
    }
  }
  return std::all_of(touched_.begin(), touched_.end(), [&](RowIndex row) {
    const Row& each = core_->rows()[row];
    const std::int64_t activity = activity_[row] + change_[row];
    return (each.lower == kNoLower || activity >= each.lower) &&
           (each.upper == kNoUpper || activity <= each.upper);
  });
}

bool Neighbourhood::allows(std::span<const Column> moved) {
  for (const Column column : moved) {
    const bool leaves = contains(column);
    for (const Entry& entry : core_->entries(column)) {
      touch(entry.row, leaves ? -entry.coefficient : entry.coefficient);
    }
  }
  const bool result = holds_after_move();
  for (const RowIndex row : touched_) {
    change_[row] = 0;
    is_touched_[row] = 0;
  }
  touched_.clear();
  return result;
}

}  // namespace pilah::selection::engine
