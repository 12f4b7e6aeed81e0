// Several threads' changes in one transaction: group commit without a thread of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
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
    bool alone = false;     ///< not part of a group: `run` is all there is to do
    bool may_wait = false;  ///< need not be on the disk yet when it is answered
    std::exception_ptr failure;
    bool done = false;
    std::condition_variable wake;
  };
  /// Runs the first of the changes, and more of them as it sees fit, in one
  /// transaction; fills in their failures. Answers how many it ran: at least
  /// one. The rest keep their places. Does not throw.
  using CommitGroup = std::function<std::size_t(const std::vector<Change*>&)>;

  explicit WriteQueue(CommitGroup commit_group) : commit_group_(std::move(commit_group)) {}

  /// Returns once `run` is committed; throws what it threw. Whether a change
  /// `may_wait` for the disk is told to whoever commits the group.
  void submit(std::function<void()> run, bool may_wait = false);
  /// Waits for its turn and runs `run` while nothing is committed; throws what it threw.
  void submit_alone(std::function<void()> run);

 private:
  static constexpr std::size_t kMostTogether = 64;

  void queue(Change& mine);
  std::vector<Change*> group_in_front() const;

  CommitGroup commit_group_;
  std::mutex mutex_;
  std::deque<Change*> waiting_;
};

}  // namespace pilah::store
