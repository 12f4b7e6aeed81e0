// Which candidates are decided at a node of a proof's tree.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "pilah/selection/certificate/checking/rows.hpp"

namespace pilah::selection::checking {

// A value; what was decided since a mark can be undone.
class Decisions {
 public:
  enum class State : std::uint8_t { kFree, kIn, kOut };

  explicit Decisions(std::size_t candidates) : state_(candidates, State::kFree), open_(candidates) {
    std::iota(open_.begin(), open_.end(), Position{0});
  }

  State of(Position candidate) const { return state_[candidate]; }
  bool is_free(Position candidate) const { return state_[candidate] == State::kFree; }
  // Those that nodes still look at, ascending.
  const Set& open() const { return open_; }
  // Chosen for good, and no longer open.
  const Set& settled_in() const { return settled_in_; }
  std::size_t free_count() const {
    return static_cast<std::size_t>(
        std::count_if(open_.begin(), open_.end(), [&](Position each) { return is_free(each); }));
  }

  void decide(Position candidate, State state) {
    state_[candidate] = state;
    trail_.push_back(candidate);
  }
  std::size_t mark() const { return trail_.size(); }
  void undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) state_[trail_.back()] = State::kFree;
  }
  // What is decided now is never undone.
  void settle() {
    trail_.clear();
    for (const Position each : open_) {
      if (state_[each] == State::kIn) settled_in_.push_back(each);
    }
    std::erase_if(open_, [&](Position each) { return !is_free(each); });
  }

 private:
  std::vector<State> state_;  // by candidate
  Set open_, settled_in_;
  Set trail_;  // decided since, in order
};

}  // namespace pilah::selection::checking
