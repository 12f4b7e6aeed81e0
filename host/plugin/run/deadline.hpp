// The moment at which a run ends, whatever it is doing.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace pilah::plugin {

/// A value; by the machine's steady clock.
class Deadline {
 public:
  /// It never comes.
  Deadline() = default;
  explicit Deadline(std::chrono::milliseconds from_now) : at_(Clock::now() + from_now) {}

  bool passed() const { return at_ && Clock::now() >= *at_; }
  /// `milliseconds`, or what is left until then, whichever is less.
  std::int64_t within(std::int64_t milliseconds) const {
    if (!at_) return milliseconds;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*at_ - Clock::now());
    return std::clamp<std::int64_t>(left.count(), 0, milliseconds);
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> at_;
};

}  // namespace pilah::plugin
