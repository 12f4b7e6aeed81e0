#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

const auto kImport = id<catalogue::ImportId>(13);

std::vector<std::string> rows_from(store::Staging& staging, std::int64_t first) {
  std::vector<std::string> rows;
  staging.read(first, [&](std::int64_t number, std::string_view row) {
    CHECK(number == first + static_cast<std::int64_t>(rows.size()));
    rows.emplace_back(row);
    return true;
  });
  return rows;
}

TEST_CASE("Staged rows are read in their order, from any of them, until told to stop") {
  const auto backend = make_backend();
  const auto store = backend->open();
  const auto staging = store->staging(kImport);
  const std::vector<std::string> rows = {"a", "", std::string("\0\n\xFF", 3),
                                         std::string(3'000'000, 'x'), "last"};
  for (const auto& row : rows) staging->append(row);
  staging->seal();
  CHECK(rows_from(*staging, 0) == rows);
  CHECK(rows_from(*staging, 4) == std::vector<std::string>{"last"});
  CHECK(rows_from(*staging, 1).size() == 4);
  CHECK(rows_from(*staging, 5).empty());
  CHECK(rows_from(*staging, 99).empty());
  int read = 0;
  staging->read(0, [&](std::int64_t, std::string_view) { return ++read < 2; });
  CHECK(read == 2);
  CHECK(rows_from(*staging, 2).size() == 3);
}

TEST_CASE("Sealed rows are there after reopening, an empty list too") {
  const auto backend = make_backend();
  EveryKind records;
  {
    const auto store = backend->open();
    put_regions(*store);
    store->write(kActor, [&](store::Writer& writer) { records.put(writer); });
    const auto staging = store->staging(records.import.id);
    staging->append("one");
    staging->append("two");
    staging->seal();
  }
  const auto store = backend->open();
  CHECK(rows_from(*store->staging(records.import.id), 1) == std::vector<std::string>{"two"});
  const auto empty = store->staging(id<catalogue::ImportId>(14));
  empty->seal();
  CHECK(rows_from(*empty, 0).empty());
}

TEST_CASE("Rows that were never sealed are refused, not taken for a short list") {
  const auto backend = make_backend();
  {
    const auto store = backend->open();
    const auto staging = store->staging(kImport);
    for (int i = 0; i < 100'000; ++i) staging->append("a row that reaches the disk");
  }
  const auto store = backend->open();
  const auto staging = store->staging(kImport);
  CHECK(refused([&] { rows_from(*staging, 0); }) == "unavailable store.staging_torn");
}

TEST_CASE("A staging belongs to one at a time") {
  const auto backend = make_backend();
  const auto store = backend->open();
  auto staging = store->staging(kImport);
  CHECK(refused([&] { store->staging(kImport); }) == "conflict store.staging_in_use");
  staging.reset();
  CHECK(refused([&] { store->staging(kImport); }) == "not refused");
}

TEST_CASE("A dropped staging is gone, whether it was there or not") {
  const auto backend = make_backend();
  const auto store = backend->open();
  {
    const auto staging = store->staging(kImport);
    staging->append("row");
    staging->seal();
  }
  store->drop_staging(kImport);
  store->drop_staging(kImport);
  const auto staging = store->staging(kImport);
  staging->seal();
  CHECK(rows_from(*staging, 0).empty());
}

}  // namespace
}  // namespace pilah::tests
