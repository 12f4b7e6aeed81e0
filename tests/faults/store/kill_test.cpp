#include <csignal>
#include <cstdlib>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

#include "contract/store/sample_records.hpp"
#include "kept_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// Writes organisations from `first` on, and each number down the pipe once it
/// is confirmed, until it is killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& folder, std::uint64_t first,
                                     int pipe) {
  auto store = open_catalogue(folder);
  for (std::uint64_t number = first;; ++number) {
    save(*store, number);
    if (::write(pipe, &number, sizeof(number)) != sizeof(number)) ::_exit(1);
    if (number % 50 == 0) store->checkpoint();
  }
}

/// Kills the writer once it has confirmed so many; answers the last confirmed.
std::uint64_t kill_after(const std::filesystem::path& folder, std::uint64_t first,
                         std::uint64_t count) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    write_until_killed(folder, first, ends[1]);
  }
  ::close(ends[1]);
  std::uint64_t last = 0;
  std::uint64_t number = 0;
  while (::read(ends[0], &number, sizeof(number)) == sizeof(number)) {
    last = number;
    if (number + 1 >= first + count) ::kill(child, SIGKILL);  // it may confirm more meanwhile
  }
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  return last;
}

}  // namespace

TEST_CASE("A host that is killed while it writes has kept all that it confirmed") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const int rounds = std::getenv("PILAH_LONG_TESTS") != nullptr ? 200 : 8;
  const TemporaryFolder folder;
  put_regions(*open_catalogue(folder.path()));
  std::uint64_t next = 1;
  for (int round = 0; round < rounds; ++round) {
    const auto last = kill_after(folder.path(), next, 1 + random() % 60);
    auto store = open_catalogue(folder.path());
    REQUIRE(findings(*store).empty());
    const auto there = saved(*store);
    REQUIRE(!there.empty());
    CHECK(*there.rbegin() >= last);
    CHECK(there.size() == *there.rbegin());
    next = *there.rbegin() + 1;
  }
}
