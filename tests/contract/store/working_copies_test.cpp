#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

store::WorkingCopy copy_of(std::uint64_t number, std::string document,
                           const std::string& account = "siti") {
  store::WorkingCopy copy;
  copy.region = code("13.11");
  copy.account = account;
  copy.innovation = id<catalogue::InnovationId>(number);
  copy.base = 4;
  copy.document = std::move(document);
  return copy;
}

std::int64_t keep(store::Store& store, const store::WorkingCopy& copy) {
  std::int64_t version = 0;
  store.write(kActor, [&](store::Writer& writer) { version = writer.put_working_copy(copy); });
  return version;
}

std::optional<store::WorkingCopy> found(store::Store& store, std::uint64_t number,
                                        const std::string& account = "siti") {
  std::optional<store::WorkingCopy> copy;
  store.read([&](store::Reader& reader) {
    copy = reader.working_copy(code("13.11"), account, id<catalogue::InnovationId>(number));
  });
  return copy;
}

TEST_CASE("A working copy is replaced at each autosave, outside history and audit") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto before = store->verify().heads;
  backend->set_clock(5'000);
  const auto first = keep(*store, copy_of(3, "{\"name\":\"a\"}"));
  backend->set_clock(4'000);  // a clock that goes back makes no version smaller
  const auto second = keep(*store, copy_of(3, "{\"name\":\"ab\"}"));
  CHECK(second == first + 1);
  const auto copy = found(*store, 3);
  REQUIRE(copy);
  CHECK(copy->document == "{\"name\":\"ab\"}");
  CHECK(copy->version == second);
  CHECK(copy->base == 4);
  CHECK(copy->at == 4'000);
  CHECK(store->verify().heads == before);
  CHECK(store->verify().findings.empty());
}

TEST_CASE("Each account has a working copy of its own, and it outlives the host") {
  const auto backend = make_backend();
  {
    const auto store = backend->open();
    put_regions(*store);
    backend->set_clock(1'000);
    keep(*store, copy_of(3, "1"));
    backend->set_clock(2'000);
    keep(*store, copy_of(4, "2"));
    keep(*store, copy_of(3, "3", "budi"));
  }
  const auto store = backend->open();
  CHECK(found(*store, 3)->document == "1");
  CHECK(found(*store, 3, "budi")->document == "3");
  CHECK_FALSE(found(*store, 3, "wayan"));
  store->read([&](store::Reader& reader) {
    const auto all = reader.working_copies(code("13.11"), "siti");
    REQUIRE(all.size() == 2);
    CHECK(all[0].innovation.uuid == uuid(4));
    CHECK(all[0].document.empty());
    CHECK(all[1].innovation.uuid == uuid(3));
    CHECK(reader.working_copies(code("51.08"), "siti").empty());
    CHECK(reader.region_of_working_copy("siti", id<catalogue::InnovationId>(4)) == code("13.11"));
    CHECK_FALSE(reader.region_of_working_copy("budi", id<catalogue::InnovationId>(4)));
  });
}

TEST_CASE("A working copy that was dropped comes again with another version") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto first = keep(*store, copy_of(3, "1"));
  store->write(kActor, [](store::Writer& writer) {
    writer.drop_working_copy(code("13.11"), "siti", id<catalogue::InnovationId>(3));
  });
  CHECK_FALSE(found(*store, 3));
  CHECK(keep(*store, copy_of(3, "2")) != first);
}

}  // namespace
}  // namespace pilah::tests
