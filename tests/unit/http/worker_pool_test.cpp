#include "pilah/http/front/worker_pool.hpp"

#include <atomic>
#include <future>
#include <random>
#include <set>

#include "support/catch.hpp"

using namespace pilah::http;

TEST_CASE("Quick work goes on while long work holds its share of the threads") {
  std::promise<void> gate;
  const std::shared_future<void> opened = gate.get_future().share();
  std::promise<void> both_began;
  std::atomic<int> begun{0};
  std::promise<void> quick_done;
  {
    WorkerPool pool({3, 2, 10});
    for (int i = 0; i < 4; ++i) {
      CHECK(pool.submit(Lane::kLong, [&, opened](std::size_t) {
        if (++begun == 2) both_began.set_value();
        opened.wait();
      }));
    }
    both_began.get_future().wait();
    CHECK(pool.submit(Lane::kQuick, [&](std::size_t) { quick_done.set_value(); }));
    quick_done.get_future().wait();
    CHECK(begun == 2);
    gate.set_value();
  }
  CHECK(begun == 4);  // the end of the pool waits for all that was taken
}

TEST_CASE("Long work beyond the bound is not taken") {
  std::promise<void> gate;
  const std::shared_future<void> opened = gate.get_future().share();
  std::promise<void> began;
  std::atomic<int> done{0};
  {
    WorkerPool pool({2, 1, 2});
    CHECK(pool.submit(Lane::kLong, [&, opened](std::size_t) {
      began.set_value();
      opened.wait();
    }));
    began.get_future().wait();
    CHECK(pool.submit(Lane::kLong, [&](std::size_t) { ++done; }));
    CHECK(pool.submit(Lane::kLong, [&](std::size_t) { ++done; }));
    CHECK_FALSE(pool.submit(Lane::kLong, [&](std::size_t) { ++done; }));
    gate.set_value();
  }
  CHECK(done == 2);
}

TEST_CASE("One password is checked at a time, and neither quick nor long work waits for it") {
  std::promise<void> gate;
  const std::shared_future<void> opened = gate.get_future().share();
  std::promise<void> began, quick_done, long_done;
  std::atomic<int> checked{0};
  {
    WorkerPool pool({4, 2, 10, 3});
    CHECK(pool.submit(Lane::kPassword, [&, opened](std::size_t) {
      began.set_value();
      opened.wait();
      ++checked;
    }));
    began.get_future().wait();
    for (int i = 0; i < 3; ++i) {
      CHECK(pool.submit(Lane::kPassword, [&](std::size_t) { ++checked; }));
    }
    CHECK_FALSE(pool.submit(Lane::kPassword, [&](std::size_t) { ++checked; }));
    CHECK(pool.submit(Lane::kLong, [&](std::size_t) { long_done.set_value(); }));
    CHECK(pool.submit(Lane::kQuick, [&](std::size_t) { quick_done.set_value(); }));
    long_done.get_future().wait();
    quick_done.get_future().wait();
    CHECK(checked == 0);
    gate.set_value();
  }
  CHECK(checked == 4);
}

TEST_CASE("Each thread has its own number") {
  std::mutex mutex;
  std::set<std::size_t> numbers;
  std::promise<void> all_there;
  std::atomic<int> waiting{0};
  const auto everybody = all_there.get_future().share();
  {
    WorkerPool pool({4, 1, 1, 1, 2});
    for (int i = 0; i < 6; ++i) {
      pool.submit(i < 4 ? Lane::kQuick : Lane::kChange, [&, everybody](std::size_t worker) {
        {
          const std::lock_guard lock(mutex);
          numbers.insert(worker);
        }
        if (++waiting == 6) all_there.set_value();
        everybody.wait();
      });
    }
  }
  CHECK(numbers == std::set<std::size_t>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("Changes that wait for the disk keep nobody from reading, nor reading them") {
  std::promise<void> gate;
  const std::shared_future<void> opened = gate.get_future().share();
  std::promise<void> all_began, read_done, change_done;
  std::atomic<int> begun{0};
  {
    WorkerPool pool({2, 1, 1, 1, 3});
    for (int i = 0; i < 3; ++i) {
      pool.submit(Lane::kChange, [&, opened](std::size_t) {
        if (++begun == 4) all_began.set_value();
        opened.wait();
      });
    }
    pool.submit(Lane::kChange, [&](std::size_t) { change_done.set_value(); });  // waits its turn
    pool.submit(Lane::kQuick, [&, opened](std::size_t) {
      if (++begun == 4) all_began.set_value();
      opened.wait();
    });
    all_began.get_future().wait();
    pool.submit(Lane::kQuick, [&](std::size_t) { read_done.set_value(); });
    read_done.get_future().wait();
    gate.set_value();
    change_done.get_future().wait();
  }
  CHECK(begun == 4);
}

TEST_CASE("Whatever order work of all lanes comes in, all of it is done") {
  std::minstd_rand random(std::random_device{}());
  const auto seed = random();
  INFO("seed " << seed);
  random.seed(seed);
  std::atomic<int> done{0};
  constexpr int kWork = 20'000;
  {
    WorkerPool pool({3, 1, kWork, kWork, 2});
    for (int i = 0; i < kWork; ++i) {
      REQUIRE(pool.submit(static_cast<Lane>(random() % 4), [&](std::size_t) { ++done; }));
    }
  }
  CHECK(done == kWork);
}
