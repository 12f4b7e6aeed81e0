// Several threads' changes in one transaction: group commit without a thread of its own.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace pilah::store {

/// Callers queue up; the one in front leads: it commits its own change together
/// with those that wait behind it, in order, and answers them all. Any thread.
class WriteQueue {
 public:
  /// One queued change; `failure` is what its caller gets to hear.
  struct Change {
    std::function<void()> run;
    std::exception_ptr failure;
    bool done = false;
    std::condition_variable wake;
  };
  /// Runs the changes in one transaction and fills in their failures. Does not throw.
  using CommitGroup = std::function<void(const std::vector<Change*>&)>;

  explicit WriteQueue(CommitGroup commit_group) : commit_group_(std::move(commit_group)) {}

  /// Returns once `run` is committed; throws what it threw.
  void submit(std::function<void()> run);

 private:
  static constexpr std::size_t kMostTogether = 64;

  CommitGroup commit_group_;
  std::mutex mutex_;
  std::deque<Change*> waiting_;
};

}  // namespace pilah::store
