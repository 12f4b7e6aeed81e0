#include "pilah/http/front/worker_pool.hpp"

#include <utility>

namespace pilah::http {

WorkerPool::WorkerPool(const PoolSize& size) : size_(size) {
  threads_.reserve(size_.threads);
  for (std::size_t worker = 0; worker < size_.threads; ++worker) {
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
    if (lane == Lane::kLong && long_.size() >= size_.long_waiting) return false;
    (lane == Lane::kLong ? long_ : quick_).push_back({submitted_++, std::move(work)});
  }
  changed_.notify_one();
  return true;
}

WorkerPool::Load WorkerPool::load() const {
  const std::lock_guard lock(mutex_);
  return {quick_.size(), long_.size(), running_};
}

/// The queue whose first work may begin and came first; null: none.
std::deque<WorkerPool::Waiting>* WorkerPool::next_queue() {
  const bool may_begin_long = !long_.empty() && long_running_ < size_.long_at_once;
  if (quick_.empty()) return may_begin_long ? &long_ : nullptr;
  if (!may_begin_long) return &quick_;
  return long_.front().number < quick_.front().number ? &long_ : &quick_;
}

void WorkerPool::run(std::size_t worker) {
  std::unique_lock lock(mutex_);
  for (;;) {
    auto* queue = next_queue();
    if (!queue) {
      if (ending_ && long_.empty()) return;
      changed_.wait(lock);
      continue;
    }
    const bool is_long = queue == &long_;
    Work work = std::move(queue->front().work);
    queue->pop_front();
    long_running_ += is_long ? 1 : 0;
    ++running_;
    lock.unlock();
    work(worker);
    work = nullptr;
    lock.lock();
    --running_;
    if (is_long) {
      --long_running_;
      // A thread may have gone to sleep because this place was taken.
      changed_.notify_one();
      if (ending_) changed_.notify_all();
    }
  }
}

}  // namespace pilah::http
