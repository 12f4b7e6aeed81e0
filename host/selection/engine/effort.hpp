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

  // One more node, with or without a relaxation; false once the solve must end.
  bool spend(bool with_relaxation) {
    if (exhausted_) return false;
    nodes_ += with_relaxation ? kNodesOfRelaxation : 1;
    exhausted_ = nodes_ > options_->node_limit ||
                 (options_->cancellation != nullptr && options_->cancellation->cancelled()) ||
                 time_is_up();
    return !exhausted_;
  }

  const Tuning& tuning() const { return tuning_; }
  bool exhausted() const { return exhausted_; }
  std::uint64_t nodes() const { return nodes_; }

 private:
  static constexpr std::uint64_t kNodesBetweenLooks = 4 * kNodesOfRelaxation;

  bool time_is_up() {
    if (!options_->clock || !options_->time_limit || nodes_ < next_look_) return false;
    next_look_ = nodes_ + kNodesBetweenLooks;
    return options_->clock() >= deadline_;
  }

  const SolveOptions* options_;
  Tuning tuning_;
  std::chrono::nanoseconds deadline_{0};
  std::uint64_t nodes_ = 0;
  std::uint64_t next_look_ = 0;
  bool exhausted_ = false;
};

}  // namespace pilah::selection::engine
