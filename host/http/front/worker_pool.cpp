#include "pilah/http/front/worker_pool.hpp"

#include <limits>
#include <utility>

namespace pilah::http {
namespace {

constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

}  // namespace

WorkerPool::WorkerPool(const PoolSize& size)
    : queues_{{{size.threads, kAny},
               {size.long_at_once, size.long_waiting},
               {1, size.password_waiting},
               {size.changing, kAny}}},
      beds_(size.all_threads()) {
  asleep_.reserve(beds_.size());
  threads_.reserve(beds_.size());
  for (std::size_t worker = 0; worker < beds_.size(); ++worker) {
    threads_.emplace_back([this, worker] { run(worker); });
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    while (Bed* const bed = call_one()) bed->wake.notify_one();
  }
  for (auto& thread : threads_) thread.join();
}

bool WorkerPool::submit(Lane lane, Work work) {
  Bed* called = nullptr;
  {
    const std::lock_guard lock(mutex_);
    Queue& queue = queues_[static_cast<std::size_t>(lane)];
    if (queue.waiting.size() >= queue.most_waiting) return false;
    queue.waiting.push_back({submitted_++, std::move(work)});
    // Whoever is on the way calls the next when there is more than they can take.
    if (on_the_way_ == 0 && queue.running < queue.at_once) called = call_one();
  }
  if (called) called->wake.notify_one();
  return true;
}

/// Requires: the lock. Null: all are awake.
WorkerPool::Bed* WorkerPool::call_one() {
  if (asleep_.empty()) return nullptr;
  Bed* const bed = asleep_.back();
  asleep_.pop_back();
  bed->is_called = true;
  ++on_the_way_;
  return bed;
}

WorkerPool::Load WorkerPool::load() const {
  const std::lock_guard lock(mutex_);
  Load load;
  for (std::size_t lane = 0; lane < queues_.size(); ++lane) {
    load.waiting[lane] = queues_[lane].waiting.size();
    load.running += queues_[lane].running;
  }
  return load;
}

/// The queue whose first work may begin and came first; null: none.
WorkerPool::Queue* WorkerPool::next_queue() {
  Queue* next = nullptr;
  for (auto& queue : queues_) {
    if (queue.waiting.empty() || queue.running >= queue.at_once) continue;
    if (!next || queue.waiting.front().number < next->waiting.front().number) next = &queue;
  }
  return next;
}

void WorkerPool::run(std::size_t worker) {
  Bed& bed = beds_[worker];
  std::unique_lock lock(mutex_);
  for (;;) {
    Queue* const queue = next_queue();
    if (!queue) {
      // Long work that waits for its place is begun by whoever has it now.
      if (ending_) return;
      asleep_.push_back(&bed);
      bed.wake.wait(lock, [&bed] { return bed.is_called; });
      bed.is_called = false;
      --on_the_way_;
      continue;
    }
    Work work = std::move(queue->waiting.front().work);
    queue->waiting.pop_front();
    ++queue->running;
    Bed* const called = on_the_way_ == 0 && next_queue() ? call_one() : nullptr;
    lock.unlock();
    if (called) called->wake.notify_one();
    work(worker);
    work = nullptr;
    lock.lock();
    --queue->running;
  }
}

}  // namespace pilah::http
