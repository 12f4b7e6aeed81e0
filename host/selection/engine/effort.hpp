// How much a solve may still do: work, time, and whether it was cancelled.
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

  // So much more work; false once the solve must end.
  bool spend(std::uint64_t work) {
    if (exhausted_) return false;
    work_ += work;
    exhausted_ = work_ > options_->work_limit ||
                 (options_->cancellation != nullptr && options_->cancellation->cancelled()) ||
                 time_is_up();
    return !exhausted_;
  }

  const Tuning& tuning() const { return tuning_; }
  bool exhausted() const { return exhausted_; }
  std::uint64_t work() const { return work_; }

 private:
  static constexpr std::uint64_t kWorkBetweenLooks = 64;

  bool time_is_up() {
    if (!options_->clock || !options_->time_limit || work_ < next_look_) return false;
    next_look_ = work_ + kWorkBetweenLooks;
    return options_->clock() >= deadline_;
  }

  const SolveOptions* options_;
  Tuning tuning_;
  std::chrono::nanoseconds deadline_{0};
  std::uint64_t work_ = 0;
  std::uint64_t next_look_ = 0;
  bool exhausted_ = false;
};

}  // namespace pilah::selection::engine
