// How much a solve may still do: nodes, time, and whether it was cancelled.
// Shared by all searches of one solve; carries how they are tuned. Threads: one.
#pragma once

#include <chrono>
#include <cstdint>

#include "pilah/selection/engine/tuning.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection::engine {

class Effort {
 public:
  explicit Effort(const SolveOptions& options, const Tuning& tuning = {})
      : options_(&options), tuning_(tuning) {
    if (options.clock && options.time_limit) deadline_ = options.clock() + *options.time_limit;
  }

  // One more node; false once the solve must end.
  bool spend() {
    if (exhausted_) return false;
    ++nodes_;
    exhausted_ = nodes_ > options_->node_limit ||
                 (options_->cancellation != nullptr && options_->cancellation->cancelled()) ||
                 ((nodes_ & 15U) == 0 && options_->clock && options_->time_limit &&
                  options_->clock() >= deadline_);
    return !exhausted_;
  }

  const Tuning& tuning() const { return tuning_; }
  bool exhausted() const { return exhausted_; }
  std::uint64_t nodes() const { return nodes_; }

 private:
  const SolveOptions* options_;
  Tuning tuning_;
  std::chrono::nanoseconds deadline_{0};
  std::uint64_t nodes_ = 0;
  bool exhausted_ = false;
};

}  // namespace pilah::selection::engine
