// How much a solve may still do: work, time, and whether it was cancelled; and whom it
// tells how it goes. Shared by all searches and threads of one solve; carries how they
// are tuned. Threads: any, all at once.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>

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
    if (exhausted()) return false;
    const std::uint64_t all = work_.fetch_add(work, std::memory_order_relaxed) + work;
    if (all > options_->work_limit ||
        (options_->cancellation != nullptr && options_->cancellation->cancelled()) ||
        time_is_up(all)) {
      exhausted_.store(true, std::memory_order_relaxed);
      return false;
    }
    return true;
  }

  // What is searched for from now on.
  void begin(Progress::Phase phase) { phase_ = phase; }

  // Tells how it goes, if anybody wants to know and it is time to. best(): nothing as
  // long as no set is known; both in the terms of the problem.
  template <class Best, class Bound>
  void tell(Best best, Bound bound) {
    if (!options_->progress || work() < next_telling_.load(std::memory_order_relaxed)) return;
    const std::lock_guard lock(telling_);
    if (work() < next_telling_) return;
    next_telling_ = work() + kWorkBetweenTellings;
    Progress progress{phase_, work(), {}, {}};
    if (phase_ == Progress::Phase::kScore) {
      progress.best = best();
      progress.bound = bound();
    }
    options_->progress(progress);
  }

  const Tuning& tuning() const { return tuning_; }
  std::uint32_t threads() const { return options_->threads; }
  bool exhausted() const { return exhausted_.load(std::memory_order_relaxed); }
  std::uint64_t work() const { return work_.load(std::memory_order_relaxed); }

 private:
  static constexpr std::uint64_t kWorkBetweenLooks = 64;
  static constexpr std::uint64_t kWorkBetweenTellings = 200'000;

  bool time_is_up(std::uint64_t work) {
    if (!options_->clock || !options_->time_limit) return false;
    if (work < next_look_.load(std::memory_order_relaxed)) return false;
    next_look_.store(work + kWorkBetweenLooks, std::memory_order_relaxed);
    return options_->clock() >= deadline_;
  }

  const SolveOptions* options_;
  Tuning tuning_;
  std::chrono::nanoseconds deadline_{0};
  std::atomic<std::uint64_t> work_ = 0;
  std::atomic<std::uint64_t> next_look_ = 0;
  std::atomic<bool> exhausted_ = false;
  std::mutex telling_;
  std::atomic<std::uint64_t> next_telling_ = kWorkBetweenTellings;
  Progress::Phase phase_ = Progress::Phase::kScore;
};

}  // namespace pilah::selection::engine
