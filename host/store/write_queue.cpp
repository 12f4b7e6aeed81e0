#include "pilah/store/write_queue.hpp"

#include <algorithm>
#include <utility>

namespace pilah::store {

void WriteQueue::submit(std::function<void()> run) {
  Change mine;
  mine.run = std::move(run);
  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  mine.wake.wait(lock, [&] { return mine.done || waiting_.front() == &mine; });
  if (!mine.done) {
    const std::size_t count = std::min(waiting_.size(), kMostTogether);
    const std::vector<Change*> group(waiting_.begin(),
                                     waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    lock.unlock();
    commit_group_(group);
    lock.lock();
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    for (Change* change : group) {
      change->done = true;
      if (change != &mine) change->wake.notify_one();
    }
    if (!waiting_.empty()) waiting_.front()->wake.notify_one();
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
}

}  // namespace pilah::store
