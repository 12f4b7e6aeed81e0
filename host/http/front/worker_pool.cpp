#include "pilah/http/front/worker_pool.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace pilah::http {
namespace {

constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

}  // namespace

WorkerPool::WorkerPool(const PoolSize& size)
    : queues_{{{kAny, kAny}, {size.long_at_once, size.long_waiting}, {1, size.password_waiting}}} {
  threads_.reserve(size.threads);
  for (std::size_t worker = 0; worker < size.threads; ++worker) {
    threads_.emplace_back([this, worker] { run(worker); });
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool WorkerPool::submit(Lane lane, Work work) {
  {
    const std::lock_guard lock(mutex_);
    Queue& queue = queues_[static_cast<std::size_t>(lane)];
    if (queue.waiting.size() >= queue.most_waiting) return false;
    queue.waiting.push_back({submitted_++, std::move(work)});
  }
  changed_.notify_one();
  return true;
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
  std::unique_lock lock(mutex_);
  for (;;) {
    Queue* const queue = next_queue();
    if (!queue) {
      const bool nothing_waits = std::all_of(
          queues_.begin(), queues_.end(), [](const Queue& each) { return each.waiting.empty(); });
      if (ending_ && nothing_waits) return;
      changed_.wait(lock);
      continue;
    }
    Work work = std::move(queue->waiting.front().work);
    queue->waiting.pop_front();
    ++queue->running;
    lock.unlock();
    work(worker);
    work = nullptr;
    lock.lock();
    --queue->running;
    if (queue->at_once != kAny) {
      // A thread may have gone to sleep because this place was taken.
      changed_.notify_one();
      if (ending_) changed_.notify_all();
    }
  }
}

}  // namespace pilah::http
