// Autosaves a second: working copies of 4 KB, each on the disk when it is answered
// (synchronous=FULL), by several threads that share their commits.
//   bench_autosave [SECONDS [FOLDER]]
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "pilah/store/sqlite_store.hpp"

namespace {

using namespace pilah;
using Clock = std::chrono::steady_clock;

constexpr std::uint8_t kInnovations = 100;  // of each account

store::WorkingCopy copy_of(int account, std::uint8_t innovation) {
  store::WorkingCopy copy;
  copy.region = *catalogue::RegionCode::parse("13.11");
  copy.account = "account " + std::to_string(account);
  copy.innovation.uuid.bytes[15] = innovation;
  copy.document = "{\"summary\":\"" + std::string(4000, 's') + "\"}";
  return copy;
}

struct Measured {
  double per_second = 0;
  double p99_milliseconds = 0;
};

Measured measure(store::Store& store, int threads, double seconds) {
  std::vector<std::vector<double>> took(static_cast<std::size_t>(threads));
  std::vector<std::thread> writers;
  const auto begin = Clock::now();
  const auto end = begin + std::chrono::duration<double>(seconds);
  for (int thread = 0; thread < threads; ++thread) {
    writers.emplace_back([&, thread] {
      auto& mine = took[static_cast<std::size_t>(thread)];
      for (std::uint8_t i = 0; Clock::now() < end;
           i = static_cast<std::uint8_t>((i + 1) % kInnovations)) {
        const auto copy = copy_of(thread, i);
        const auto start = Clock::now();
        store.write({"bench"}, [&](store::Writer& writer) { writer.put_working_copy(copy); });
        mine.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
      }
    });
  }
  for (auto& writer : writers) writer.join();
  const std::chrono::duration<double> all = Clock::now() - begin;
  std::vector<double> together;
  for (const auto& mine : took) together.insert(together.end(), mine.begin(), mine.end());
  std::sort(together.begin(), together.end());
  return {static_cast<double>(together.size()) / all.count(),
          together.empty() ? 0 : together[together.size() * 99 / 100]};
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::stod(argv[1]) : 5;
  const std::filesystem::path folder =
      argc > 2 ? argv[2] : "/var/tmp/pilah-autosave-" + std::to_string(::getpid());
  std::minstd_rand random(1);
  {
    const auto store = store::open_sqlite(
        folder, {[] {
                   return std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                       .count();
                 },
                 [&random](std::span<std::uint8_t> bytes) {
                   for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
                 }});
    catalogue::Region region;
    region.code = *catalogue::RegionCode::parse("13.11");
    store->write({"bench"}, [&](store::Writer& writer) { writer.put_region(region); });
    for (const int threads : {1, 8, 32, 64}) {
      const auto measured = measure(*store, threads, seconds);
      std::printf("%2d threads: %.0f autosaves/s, p99 %.1f ms\n", threads, measured.per_second,
                  measured.p99_milliseconds);
    }
  }
  std::filesystem::remove_all(folder);
  return 0;
}
