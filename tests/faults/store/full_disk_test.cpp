#include <csignal>

#include <sys/resource.h>

#include "contract/store/refusal_of.hpp"
#include "contract/store/sample_records.hpp"
#include "faulty_vfs.hpp"
#include "kept_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE(
    "A full disk refuses the write, keeps what was there, and takes the next when it is free") {
  for (std::int64_t step = 1; step <= 12; ++step) {
    CAPTURE(step);
    const TemporaryFolder folder;
    FaultyVfs disk;
    auto store = open_catalogue(folder.path(), disk.name());
    put_regions(*store);
    save(*store, 1);
    disk.fill_disk_at(step);
    const auto outcome = refused([&] { save(*store, 2); });
    const std::set<std::uint64_t> expected =
        outcome == "not refused" ? std::set<std::uint64_t>{1, 2} : std::set<std::uint64_t>{1};
    if (outcome != "not refused") CHECK(outcome == "unavailable store.disk_full");
    if (step <= 2) CHECK(outcome != "not refused");  // no write is a single step
    CHECK(saved(*store) == expected);
    disk.free_disk();
    save(*store, 3);
    CHECK(saved(*store).contains(3));
    CHECK(findings(*store).empty());
  }
}

TEST_CASE("A disk that became read-only refuses the write, and goes on once it is mended") {
  for (std::int64_t step = 1; step <= 12; ++step) {
    CAPTURE(step);
    const TemporaryFolder folder;
    FaultyVfs disk;
    auto store = open_catalogue(folder.path(), disk.name());
    put_regions(*store);
    save(*store, 1);
    disk.make_read_only_at(step);
    const auto outcome = refused([&] { save(*store, 2); });
    if (outcome != "not refused") CHECK(outcome == "unavailable store.failed");
    if (step <= 2) CHECK(outcome != "not refused");
    CHECK(saved(*store).contains(1));  // what is there can be read
    CHECK(saved(*store).contains(2) == (outcome == "not refused"));
    disk.free_disk();
    save(*store, 3);
    CHECK(saved(*store).contains(3));
    CHECK(findings(*store).empty());
  }
}

TEST_CASE("A disk that fills while the log is moved loses nothing") {
  const TemporaryFolder folder;
  FaultyVfs disk;
  auto store = open_catalogue(folder.path(), disk.name());
  put_regions(*store);
  for (std::uint64_t number = 1; number <= 20; ++number) save(*store, number);
  disk.fill_disk_at(3);
  CHECK(refused([&] { store->checkpoint(); }) == "unavailable store.disk_full");
  CHECK(saved(*store).size() == 20);
  disk.free_disk();
  store->checkpoint();
  CHECK(saved(*store).size() == 20);
  CHECK(findings(*store).empty());
}

TEST_CASE("Rows that a full disk cannot stage are refused, and no half of them is read") {
  const TemporaryFolder folder;
  auto store = open_catalogue(folder.path());
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const catalogue::ImportId import{uuid(1)};
  const std::string row(64 * 1024, 'x');
  {
    auto staging = store->staging(import);
    const rlimit small{256 * 1024, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto outcome = refused([&] {
      for (int i = 0; i < 64; ++i) staging->append(row);
      staging->seal();
    });
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, SIG_DFL);
    CHECK(outcome == "unavailable store.staging_failed");
  }
  auto again = store->staging(import);
  again->append("first");
  again->seal();
  int rows = 0;
  again->read(0, [&](std::int64_t, std::string_view text) {
    CHECK(text == "first");
    ++rows;
    return true;
  });
  CHECK(rows == 1);
}
