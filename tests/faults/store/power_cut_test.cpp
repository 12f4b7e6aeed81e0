#include <cstdlib>

#include "contract/store/sample_records.hpp"
#include "faulty_vfs.hpp"
#include "kept_catalogue.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;
using namespace pilah::tests;
using store::Durability;

namespace {

/// Writes until the power fails; answers the writes that were confirmed, those
/// that were to be on the disk at once first.
struct Confirmed {
  std::uint64_t lasting = 0;  ///< every write up to this number must be there
  std::uint64_t all = 0;      ///< no write behind this number and one was even begun
};

Confirmed write_until_cut(store::Store& store, std::uint64_t writes) {
  Confirmed confirmed;
  try {
    for (std::uint64_t number = 1; number <= writes; ++number) {
      const bool may_wait = number % 3 != 0;
      save(store, number, may_wait ? Durability::kSoon : Durability::kNow);
      confirmed.all = number;
      if (!may_wait) confirmed.lasting = number;
      if (number % 7 == 0) store.checkpoint();
    }
  } catch (const catalogue::Refusal&) {
    // The power is gone.
  }
  return confirmed;
}

constexpr std::uint64_t kWrites = 24;

/// As many steps as all writes take without a fault.
std::int64_t steps_of_all() {
  const TemporaryFolder folder;
  FaultyVfs disk;
  put_regions(*open_catalogue(folder.path(), disk.name()));
  auto store = open_catalogue(folder.path(), disk.name());
  disk.cut_power_at(0);
  write_until_cut(*store, kWrites);
  return disk.steps();
}

}  // namespace

TEST_CASE("Wherever the power fails, what was confirmed is there, and nothing by halves") {
  const std::int64_t steps = steps_of_all();
  REQUIRE(steps > 100);
  std::int64_t cuts = 0;
  const std::int64_t stride = std::getenv("PILAH_LONG_TESTS") != nullptr ? 1 : 4;
  for (std::int64_t step = 1; step <= steps; step += stride) {
    CAPTURE(step, steps);
    const TemporaryFolder folder;
    Confirmed confirmed;
    {
      FaultyVfs disk;
      put_regions(*open_catalogue(folder.path(), disk.name()));
      auto store = open_catalogue(folder.path(), disk.name());
      disk.cut_power_at(step);
      confirmed = write_until_cut(*store, kWrites);
      if (disk.power_is_cut()) ++cuts;
    }
    // The memory that connections share does not outlive the power.
    std::filesystem::remove(folder.path() / "catalogue.sqlite-shm");
    auto store = open_catalogue(folder.path());
    REQUIRE(findings(*store).empty());
    const auto there = saved(*store);
    const std::uint64_t last = there.empty() ? 0 : *there.rbegin();
    CHECK(there.size() == last);  // no write is there without all before it
    CHECK(last >= confirmed.lasting);
    CHECK(last <= confirmed.all + 1);
    save(*store, 100);  // and it goes on
    CHECK(saved(*store).contains(100));
  }
  CHECK(cuts > steps / stride / 2);
}
