// A bounded number of threads that answer requests.
//
// Two lanes: quick work may use every thread; long work (a selection that is
// solved for seconds) may hold some of them only, so that a quick request never
// waits behind long ones. Within what its lane allows, work is begun in the
// order in which it came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pilah::http {

enum class Lane { kQuick, kLong };

struct PoolSize {
  std::size_t threads = 4;
  std::size_t long_at_once = 2;   ///< less than `threads`
  std::size_t long_waiting = 16;  ///< further long work is not taken
};

/// Owns its threads; submit() may be called from any thread.
class WorkerPool {
 public:
  /// Gets the number of the thread it runs in, from 0; must not throw.
  using Work = std::function<void(std::size_t worker)>;

  explicit WorkerPool(const PoolSize& size);
  /// Finishes all work that was submitted, then ends the threads.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  struct Load {
    std::size_t quick_waiting = 0;
    std::size_t long_waiting = 0;
    std::size_t running = 0;  ///< of both
  };
  Load load() const;

  /// False when the lane is full: the work will not be done.
  bool submit(Lane lane, Work work);

 private:
  struct Waiting {
    std::uint64_t number;
    Work work;
  };

  void run(std::size_t worker);
  std::deque<Waiting>* next_queue();

  const PoolSize size_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> quick_;
  std::deque<Waiting> long_;
  std::uint64_t submitted_ = 0;
  std::size_t long_running_ = 0;
  std::size_t running_ = 0;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace pilah::http
