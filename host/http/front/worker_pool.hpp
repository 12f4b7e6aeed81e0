// A bounded number of threads that answer requests.
//
// Four lanes. Quick work may use all of a few threads, as many as there is processor time
// for; long work (a selection that is solved for seconds) may hold some of these only, so
// that a quick request never waits behind long ones; of passwords, which are slow to check
// and take much memory on purpose, one is checked at a time. Changes, which wait for the
// disk, have threads of their own: many that wait together are one commit, and nobody who
// reads waits behind them. Within what its lane allows, work is begun in the order in which
// it came.
//
// Of several idle threads the one that worked last goes on: the others stay cold, and cost
// no memory but their first page of stack.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pilah::http {

enum class Lane { kQuick, kLong, kPassword, kChange };

struct PoolSize {
  std::size_t threads = 4;
  std::size_t long_at_once = 2;   ///< less than `threads`, by more than 1 where there are passwords
  std::size_t long_waiting = 16;  ///< further long work is not taken
  std::size_t password_waiting = 32;  ///< likewise
  std::size_t changing = 64;          ///< further threads, for changes; 1 or more

  std::size_t all_threads() const { return threads + changing; }
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
    std::array<std::size_t, 4> waiting = {};  ///< by lane
    std::size_t running = 0;                  ///< of all lanes
  };
  Load load() const;

  /// False when the lane is full: the work will not be done.
  bool submit(Lane lane, Work work);

 private:
  struct Waiting {
    std::uint64_t number;
    Work work;
  };

  /// Work of one kind, and how much of it may be under way or wait.
  struct Queue {
    std::size_t at_once;
    std::size_t most_waiting;
    std::deque<Waiting> waiting = {};
    std::size_t running = 0;
  };

  /// A thread's place to sleep at.
  struct Bed {
    std::condition_variable wake;
    bool is_called = false;
  };

  void run(std::size_t worker);
  Queue* next_queue();
  Bed* call_one();

  mutable std::mutex mutex_;
  std::array<Queue, 4> queues_;  // by lane
  std::uint64_t submitted_ = 0;
  bool ending_ = false;
  std::deque<Bed> beds_;        // by worker
  std::vector<Bed*> asleep_;    // the last to lie down at the end
  std::size_t on_the_way_ = 0;  // called, and not looked for work yet
  std::vector<std::thread> threads_;
};

}  // namespace pilah::http
