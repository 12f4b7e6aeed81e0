// A computation of which only one may be under way: whoever comes meanwhile does not
// wait, which would hold a thread, but is told to come again.
//
// Any thread. The turn must not outlive what it was taken from.
#pragma once

#include <atomic>
#include <optional>
#include <utility>

namespace pilah::http {

class OneAtATime {
 public:
  /// Whoever has it may compute; gives it back when it goes.
  class Turn {
   public:
    explicit Turn(std::atomic_flag& taken) : taken_(&taken) {}
    Turn(Turn&& other) noexcept : taken_(std::exchange(other.taken_, nullptr)) {}
    Turn& operator=(Turn&&) = delete;
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
      if (taken_) taken_->clear(std::memory_order_release);
    }

   private:
    std::atomic_flag* taken_;
  };

  /// Nothing: somebody has the turn.
  std::optional<Turn> take() {
    if (taken_.test_and_set(std::memory_order_acquire)) return std::nullopt;
    return Turn(taken_);
  }

 private:
  std::atomic_flag taken_;
};

}  // namespace pilah::http
