// How large the history of a busy year is; busy_year.hpp tells what is assumed.
//   bench_history [AGENCIES [INNOVATIONS [DAYS]]]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <unistd.h>

#include "bench/store/busy_year.hpp"

int main(int argc, char** argv) {
  pilah::tests::BusyYear year;
  if (argc > 1) year.agencies = std::atoi(argv[1]);
  if (argc > 2) year.innovations = std::atoi(argv[2]);
  if (argc > 3) year.days = std::atoi(argv[3]);
  const std::filesystem::path folder = "/var/tmp/pilah-year-" + std::to_string(::getpid());
  const auto begin = std::chrono::steady_clock::now();
  const auto size = pilah::tests::make_year(folder, year);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::filesystem::remove_all(folder);
  std::printf("%d agencies x %d innovations x %d days: %lld revisions in %.0f s\n", year.agencies,
              year.innovations, year.days, static_cast<long long>(size.revisions), took.count());
  std::printf("history %.1f MB, %.0f bytes a revision; database %.1f MB\n",
              static_cast<double>(size.history_bytes) / 1e6,
              static_cast<double>(size.history_bytes) / static_cast<double>(size.revisions),
              static_cast<double>(size.database_bytes) / 1e6);
  return size.history_bytes < 100'000'000 ? 0 : 1;
}
