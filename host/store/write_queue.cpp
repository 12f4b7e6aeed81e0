#include "pilah/store/write_queue.hpp"

#include <algorithm>
#include <utility>

namespace pilah::store {

void WriteQueue::submit(std::function<void()> run, bool may_wait) {
  Change mine;
  mine.run = std::move(run);
  mine.may_wait = may_wait;
  queue(mine);
}

void WriteQueue::submit_alone(std::function<void()> run) {
  Change mine;
  mine.run = std::move(run);
  mine.alone = true;
  queue(mine);
}

std::vector<WriteQueue::Change*> WriteQueue::group_in_front() const {
  std::vector<Change*> group;
  for (Change* change : waiting_) {
    if (group.size() == kMostTogether || (change->alone && !group.empty())) break;
    group.push_back(change);
    if (change->alone) break;
  }
  return group;
}

void WriteQueue::queue(Change& mine) {
  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  // Whoever is in front leads, and stays there until its group is answered.
  mine.wake.wait(lock, [&] { return mine.done || waiting_.front() == &mine; });
  if (!mine.done) {
    const auto group = group_in_front();
    lock.unlock();
    std::size_t ran = 1;
    if (mine.alone) {
      try {
        mine.run();
      } catch (...) {
        mine.failure = std::current_exception();
      }
    } else {
      ran = commit_group_(group);
    }
    lock.lock();
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(ran));
    for (std::size_t i = 0; i < ran; ++i) {
      group[i]->done = true;
      if (group[i] != &mine) group[i]->wake.notify_one();
    }
    if (!waiting_.empty()) waiting_.front()->wake.notify_one();
  }
  lock.unlock();
  if (mine.failure) std::rethrow_exception(mine.failure);
}

}  // namespace pilah::store
