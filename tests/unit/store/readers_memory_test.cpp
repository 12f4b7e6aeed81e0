#include <algorithm>
#include <barrier>
#include <cstdint>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <sqlite3.h>

#include "pilah/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;

namespace {

constexpr std::int64_t kMebibyte = std::int64_t{1024} * 1024;
const auto kRegion = *catalogue::RegionCode::parse("13.11");

/// Two mebibytes of records: more than one reader keeps.
void fill(store::Store& store) {
  catalogue::Region region;
  region.code = kRegion;
  region.name = "Solok Selatan";
  store.write({"test"}, [&](store::Writer& writer) {
    writer.put_region(region);
    for (std::uint8_t i = 0; i < 200; ++i) {
      catalogue::Innovation entry;
      entry.id.uuid.bytes[6] = 0x70;
      entry.id.uuid.bytes[8] = 0x80;
      entry.id.uuid.bytes[15] = i;
      entry.region = kRegion;
      entry.name = "Antrean Daring " + std::to_string(i);
      entry.summary = std::string(10'000, 'a');
      writer.put(entry, "added");
    }
  });
}

std::size_t read_all(store::Reader& reader) {
  std::size_t count = 0;
  reader.each<catalogue::Innovation>(kRegion, [&](const auto&) { return ++count > 0; });
  return count;
}

}  // namespace

TEST_CASE("Of many that read at once, five keep what they have cached") {
  const tests::TemporaryFolder folder;
  store::SqliteOptions options;
  options.clock = [] { return std::int64_t{1'767'600'000'000}; };
  options.random = [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, 7); };
  const auto store = store::open_sqlite(folder.path(), std::move(options));
  fill(*store);
  std::size_t seen = 0;
  store->read([&](store::Reader& reader) { seen = read_all(reader); });
  REQUIRE(seen == 200);
  const std::int64_t with_one = sqlite3_memory_used();

  constexpr int kReaders = 8;
  std::barrier all_read(kReaders);
  std::vector<std::thread> threads;
  for (int i = 0; i < kReaders; ++i) {
    threads.emplace_back([&] {
      store->read([&](store::Reader& reader) {
        read_all(reader);
        all_read.arrive_and_wait();
      });
    });
  }
  for (auto& thread : threads) thread.join();

  // Four more that are warm, and of three more their connections alone.
  CAPTURE(with_one);
  CHECK(sqlite3_memory_used() - with_one < 6 * kMebibyte);
}
