#include "pilah/registry/choice/deadline.hpp"

#include <chrono>
#include <utility>

namespace pilah::registry {

Deadline::Deadline(std::function<std::int64_t()> steady_milliseconds, std::int64_t milliseconds) {
  const std::int64_t end = steady_milliseconds() + milliseconds;
  options_.cancellation = &passed_;
  // A time limit of its own, never reached, makes a solve look at the clock.
  options_.time_limit = std::chrono::hours(24);
  options_.clock = [this, end, now = std::move(steady_milliseconds)] {
    const std::int64_t at = now();
    if (at >= end) passed_.cancel();
    return std::chrono::nanoseconds(std::chrono::milliseconds(at));
  };
}

}  // namespace pilah::registry
