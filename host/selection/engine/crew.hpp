// Several threads that explore one core together: whoever has nothing to do gets the
// topmost branch that another has not tried yet.
//
// All offer to one pool and spend one effort. What a search that ends finds is the same
// however the branches were shared (pool.hpp).
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/explore.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {

class Crew {
 public:
  // A part of a core that nobody has explored yet.
  struct Task {
    std::shared_ptr<const Core> core;
    std::vector<CoreSearch::Decision> decisions;
    std::int64_t bound = INT64_MAX;  // it is worth at most that, in the terms of the core's parent
  };

  // Explores the core with so many threads, the caller's among them.
  static Explored explore(const Core& core, std::uint32_t threads, Pool& pool, Effort& effort);

  // Somebody has nothing to do. Threads: any.
  bool idle() const { return idle_.load(std::memory_order_relaxed); }
  void give(Task task);

 private:
  Crew(Pool& pool, Effort& effort) : pool_(&pool), effort_(&effort) {}

  void work();
  std::optional<Task> next();
  void finish(std::int64_t open_bound);

  Pool* pool_;
  Effort* effort_;
  std::atomic<bool> idle_ = false;
  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  std::size_t waiting_ = 0;
  std::size_t working_ = 0;
  bool complete_ = true;
  std::int64_t bound_ = INT64_MIN;  // of what was left when the effort ended
  std::exception_ptr failure_;
};

}  // namespace pilah::selection::engine
