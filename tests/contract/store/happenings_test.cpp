#include "pilah/store/happenings.hpp"

#include <limits>

#include "backend.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

using catalogue::Happening;
using catalogue::HappeningKind;
using Numbers = std::vector<std::int64_t>;

constexpr auto kEnd = std::numeric_limits<std::int64_t>::max();

std::int64_t tell(store::Store& store, const store::Addresses& addresses,
                  const char* region = "13.11") {
  std::int64_t number = 0;
  store.write(kActor, [&](store::Writer& writer) {
    Happening happening;
    happening.region = code(region);
    happening.kind = HappeningKind::kReturned;
    happening.subject.bytes[15] = 7;
    happening.revision = 3;
    happening.by = "siti";
    number = writer.happenings().tell(happening, addresses);
  });
  return number;
}

Numbers told(store::Store& store, const store::Addresses& addresses, std::int64_t before = kEnd,
             std::size_t limit = 10, const char* region = "13.11") {
  Numbers numbers;
  store.read([&](store::Reader& reader) {
    numbers.clear();
    for (const auto& each : reader.happenings().told(code(region), addresses, before, limit)) {
      numbers.push_back(each.number);
    }
  });
  return numbers;
}

store::ReadMark mark_of(store::Store& store, const char* account) {
  store::ReadMark mark;
  store.read(
      [&](store::Reader& reader) { mark = reader.happenings().read_mark(code("13.11"), account); });
  return mark;
}

TEST_CASE("What happened is numbered within its region and told to those it is addressed to") {
  const auto backend = make_backend();
  {
    const auto store = backend->open();
    put_regions(*store);
    backend->set_clock(5'000);
    CHECK(tell(*store, {"verifiers", "account ani"}) == 1);
    CHECK(tell(*store, {"moderators"}) == 2);
    CHECK(tell(*store, {"verifiers"}, "51.08") == 1);
    CHECK(tell(*store, {"verifiers"}) == 3);
  }
  const auto store = backend->open();
  CHECK(told(*store, {"verifiers"}) == Numbers{3, 1});
  CHECK(told(*store, {"verifiers", "account ani"}) == Numbers{3, 1});  // each once
  CHECK(told(*store, {"account ani", "moderators"}) == Numbers{2, 1});
  CHECK(told(*store, {"account budi"}).empty());
  CHECK(told(*store, {"verifiers"}, kEnd, 10, "51.08") == Numbers{1});
  store->read([](store::Reader& reader) {
    const auto one = reader.happenings().told(code("13.11"), {"account ani"}, kEnd, 1).at(0);
    CHECK(one.kind == HappeningKind::kReturned);
    CHECK(one.subject.bytes[15] == 7);
    CHECK(one.revision == 3);
    CHECK(one.at == 5'000);
    CHECK(one.by == "siti");
  });
}

TEST_CASE("Pages of what was told follow one another without a gap") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  for (int i = 0; i < 5; ++i) tell(*store, {i % 2 == 0 ? "verifiers" : "moderators"});
  CHECK(told(*store, {"verifiers", "moderators"}, kEnd, 2) == Numbers{5, 4});
  CHECK(told(*store, {"verifiers", "moderators"}, 4, 2) == Numbers{3, 2});
  CHECK(told(*store, {"verifiers", "moderators"}, 2, 2) == Numbers{1});
}

TEST_CASE("A write that fails tells nobody, and its number comes again") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  CHECK_THROWS(store->write(kActor, [&](store::Writer& writer) {
    Happening happening;
    happening.region = code("13.11");
    writer.happenings().tell(happening, {"verifiers"});
    throw std::runtime_error("the disk is full");
  }));
  CHECK(told(*store, {"verifiers"}).empty());
  CHECK(tell(*store, {"verifiers"}) == 1);
}

TEST_CASE("An account's mark is its own, and all up to a number takes in the single ones") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    auto& happenings = writer.happenings();
    happenings.mark_read(code("13.11"), "ani", 4);
    happenings.mark_read(code("13.11"), "ani", 9);
    happenings.mark_read(code("13.11"), "ani", 9);
    happenings.mark_read(code("51.08"), "ani", 2);
  });
  CHECK(mark_of(*store, "ani") == store::ReadMark{0, {4, 9}});
  CHECK(mark_of(*store, "budi") == store::ReadMark{});
  store->write(kActor, [](store::Writer& writer) {
    auto& happenings = writer.happenings();
    happenings.mark_all_read(code("13.11"), "ani", 7);
    happenings.mark_all_read(code("13.11"), "ani", 5);  // never back
    happenings.mark_read(code("13.11"), "ani", 6);      // is read already
  });
  CHECK(mark_of(*store, "ani") == store::ReadMark{7, {9}});
  CHECK(mark_of(*store, "ani").has_read(7));
  CHECK(mark_of(*store, "ani").has_read(9));
  CHECK_FALSE(mark_of(*store, "ani").has_read(8));
  store->write(kActor, [](store::Writer& writer) { writer.happenings().drop_read_marks("ani"); });
  CHECK(mark_of(*store, "ani") == store::ReadMark{});
}

TEST_CASE("What is too old is dropped, but the numbers go on") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  for (const std::int64_t at : {1'000, 2'000, 3'000}) {
    backend->set_clock(at);
    tell(*store, {"verifiers"});
  }
  const auto drop = [&](std::int64_t at) {
    store->write(kActor, [&](store::Writer& writer) {
      writer.happenings().drop_happenings(code("13.11"), at);
      writer.happenings().drop_happenings(code("51.08"), at);  // where nothing happened
    });
  };
  drop(2'000);
  CHECK(told(*store, {"verifiers"}) == Numbers{3, 2});
  drop(9'000);
  CHECK(told(*store, {"verifiers"}) == Numbers{3});
  CHECK(tell(*store, {"verifiers"}) == 4);
}

}  // namespace
}  // namespace pilah::tests
