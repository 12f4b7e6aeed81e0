#include "pilah/selection/engine/sum_needs.hpp"

#include <algorithm>

namespace pilah::selection::engine {
namespace {

constexpr int kMostBits = 64;

bool of_choices(const Core& core, RowIndex row) {
  const auto members = core.members(row);
  return std::all_of(members.begin(), members.end(), [&](const Core::Member& member) {
    return member.column < core.choices() && member.coefficient == 1;
  });
}

}  // namespace

SumNeeds::SumNeeds(const Core& core)
    : core_(&core),
      activity_(core.rows().size(), 0),
      bit_of_(core.rows().size(), -1),
      served_(core.choices(), 0) {
  std::vector<char> is_taken(core.choices(), 0);
  for (RowIndex row = 0; row < core.rows().size(); ++row) {
    const auto members = core.members(row);
    if (core.rows()[row].lower == kNoLower || members.empty()) continue;
    if (members.front().column >= core.choices()) {
      Cover cover{row, {}};
      for (const Core::Member& member : members) {
        for (const Entry& entry : core.entries(member.column)) {
          if (entry.coefficient < 0) cover.links.push_back(entry.row);
        }
      }
      covers_.push_back(std::move(cover));
    } else if (of_choices(core, row) && members.size() < core.choices()) {
      const bool apart = std::none_of(members.begin(), members.end(), [&](const auto& member) {
        return is_taken[member.column] != 0;
      });
      (apart ? apart_ : others_).push_back(row);
      if (!apart) continue;
      for (const Core::Member& member : members) is_taken[member.column] = 1;
    }
  }
}

// A row may be needed for more than one reason; it has one bit. One without a bit may be
// served unseen.
void SumNeeds::add_bit(RowIndex row, Need& need) {
  if (bit_of_[row] < 0 && bits_ < kMostBits) bit_of_[row] = bits_++;
  if (bit_of_[row] < 0) {
    --need.least;
  } else {
    need.bits |= 1ULL << bit_of_[row];
  }
}

void SumNeeds::stand_at(const Propagator& propagator, std::span<const Column> open) {
  std::fill(activity_.begin(), activity_.end(), 0);
  std::fill(bit_of_.begin(), bit_of_.end(), -1);
  for (const Column column : open_) served_[column] = 0;
  open_.assign(open.begin(), open.end());
  bits_ = 0;
  needs_.clear();
  for (const Column column : propagator.trail()) {
    if (column >= core_->choices() || propagator[column] != Fixed::kIn) continue;
    for (const Entry& entry : core_->entries(column)) activity_[entry.row] += entry.coefficient;
  }
  for (const auto* rows : {&apart_, &others_}) {
    Need need;
    for (const RowIndex row : *rows) {
      if (activity_[row] >= core_->rows()[row].lower) continue;
      ++need.least;
      add_bit(row, need);
    }
    needs_.push_back(need);
  }
  for (const Cover& cover : covers_) {
    Need need;
    need.least = core_->rows()[cover.row].lower;
    for (const RowIndex link : cover.links) {
      if (activity_[link] > 0) {
        --need.least;
      } else {
        add_bit(link, need);
      }
    }
    needs_.push_back(need);
  }
  std::erase_if(needs_, [](const Need& need) { return need.least <= 0; });
  for (const Column column : open) {
    for (const Entry& entry : core_->entries(column)) {
      if (bit_of_[entry.row] >= 0 && entry.coefficient > 0) {
        served_[column] |= 1ULL << bit_of_[entry.row];
      }
    }
    for (Need& need : needs_) {
      need.most_of_column =
          std::max(need.most_of_column,
                   static_cast<std::size_t>(std::popcount(need.bits & served_[column])));
    }
  }
}

}  // namespace pilah::selection::engine
