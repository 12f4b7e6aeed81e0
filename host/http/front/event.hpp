// An eventfd that wakes whoever waits for it with others in one epoll.
#pragma once

#include <cstdint>

#include <unistd.h>

namespace pilah::http {

/// From any thread, also from a signal handler.
inline void signal_event(int descriptor) noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(descriptor, &one, sizeof(one));
}

inline void clear_event(int descriptor) {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto read = ::read(descriptor, &count, sizeof(count));
}

}  // namespace pilah::http
