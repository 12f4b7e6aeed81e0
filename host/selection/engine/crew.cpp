#include "pilah/selection/engine/crew.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace pilah::selection::engine {

Explored Crew::explore(const Core& core, std::uint32_t threads, Pool& pool, Effort& effort) {
  Crew crew(pool, effort);
  // The core outlives the crew, which ends here.
  crew.give({std::shared_ptr<const Core>(std::shared_ptr<const Core>(), &core), {}, INT64_MAX});
  {
    std::vector<std::jthread> others;
    for (std::uint32_t i = 1; i < threads; ++i) others.emplace_back([&crew] { crew.work(); });
    crew.work();
  }
  if (crew.failure_) std::rethrow_exception(crew.failure_);
  return {crew.complete_, crew.bound_};
}

void Crew::give(Task task) {
  const std::lock_guard lock(mutex_);
  tasks_.push_back(std::move(task));
  idle_.store(waiting_ > tasks_.size(), std::memory_order_relaxed);
  changed_.notify_one();
}

// Nothing: all is explored.
std::optional<Crew::Task> Crew::next() {
  std::unique_lock lock(mutex_);
  ++waiting_;
  idle_.store(waiting_ > tasks_.size(), std::memory_order_relaxed);
  changed_.wait(lock, [this] { return !tasks_.empty() || working_ == 0; });
  --waiting_;
  idle_.store(waiting_ > tasks_.size(), std::memory_order_relaxed);
  if (tasks_.empty()) return std::nullopt;
  Task task = std::move(tasks_.front());
  tasks_.pop_front();
  ++working_;
  return task;
}

// A task is done but for what is worth at most open_bound; INT64_MIN: to its end.
void Crew::finish(std::int64_t open_bound) {
  const std::lock_guard lock(mutex_);
  if (open_bound != INT64_MIN) {
    complete_ = false;
    bound_ = std::max(bound_, open_bound);
  }
  if (--working_ == 0) changed_.notify_all();
}

void Crew::work() {
  while (auto task = next()) {
    std::int64_t open_bound = task->bound;
    try {
      if (!effort_->exhausted()) {
        CoreSearch search(*task->core, effort_->tuning());
        search.share_with(*this, task->core);
        search.run(*pool_, *effort_, task->decisions);
        open_bound = search.complete() ? INT64_MIN : search.bound();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    finish(open_bound);
  }
}

}  // namespace pilah::selection::engine
