// One time for several solves: from its end on each of them stops.
//
// A solve looks at the clock while it works; the first that sees the time gone stops
// itself and all that follow. Ownership: options() refer to this, which does not move.
// Threads: one.
#pragma once

#include <cstdint>
#include <functional>

#include "pilah/selection/solve.hpp"

namespace pilah::registry {

class Deadline {
 public:
  /// `steady_milliseconds`: a clock that never goes back.
  Deadline(std::function<std::int64_t()> steady_milliseconds, std::int64_t milliseconds);
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  const selection::SolveOptions& options() const { return options_; }
  /// Whether some solve was stopped by it.
  bool passed() const { return passed_.cancelled(); }

 private:
  selection::Cancellation passed_;
  selection::SolveOptions options_;
};

}  // namespace pilah::registry
