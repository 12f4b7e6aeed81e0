#include <boost/json.hpp>

#include "backend.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

constexpr std::int64_t kLater = 1'800'000'000'000;  // than the backend's clock at first

std::vector<store::Revision> history_of(store::Store& store, const catalogue::Innovation& entry) {
  std::vector<store::Revision> revisions;
  store.read([&](store::Reader& reader) {
    revisions = reader.history(entry.region, store::RecordKind::kInnovation, entry.id.uuid);
  });
  return revisions;
}

TEST_CASE("History tells who changed what and when, the newest first") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "SI PEDAS");
  entry.summary = "lama";
  backend->set_clock(kLater + 1'000);
  store->write({"siti"}, [&](store::Writer& writer) { writer.put(entry, "added"); });
  entry.summary = "baru";
  entry.staff = 4;
  backend->set_clock(kLater + 2'000);
  store->write({"budi"}, [&](store::Writer& writer) { writer.put(entry, "changed"); });
  entry.summary.clear();
  backend->set_clock(kLater +
                     1'500);  // a clock that goes back: what came later is not told as earlier
  store->write({"wayan"}, [&](store::Writer& writer) { writer.put(entry, "shortened"); });

  const auto history = history_of(*store, entry);
  REQUIRE(history.size() == 3);
  CHECK(history[0].number == 3);
  CHECK(history[0].at == kLater + 2'000);
  CHECK(history[0].actor == "wayan");
  CHECK(history[0].action == "shortened");
  CHECK(history[0].kind == store::RecordKind::kInnovation);
  CHECK(history[0].record == entry.id.uuid);
  CHECK(boost::json::parse(history[0].change) ==
        boost::json::parse(R"({"summary": ["baru", null]})"));
  CHECK(history[1].number == 2);
  CHECK(history[1].actor == "budi");
  CHECK(boost::json::parse(history[1].change) ==
        boost::json::parse(R"({"summary": ["lama", "baru"], "staff": [null, 4]})"));
  CHECK(history[2].number == 1);
  CHECK(history[2].at == kLater + 1'000);
  CHECK(history[2].action == "added");
  CHECK(history[2].change.empty());
}

TEST_CASE("Several changes in one write are several revisions") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    writer.put(innovation(3, "a"), "added");
    writer.put(innovation(3, "b"), "changed");
    writer.put(innovation(3, "a"), "changed back");
  });
  CHECK(history_of(*store, innovation(3, "a")).size() == 3);
}

TEST_CASE("Records of other kinds, ids and regions have histories of their own") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put(*store, organisation(3));
  put(*store, innovation(4, "other"));
  CHECK(history_of(*store, innovation(3, "a")).empty());
  put(*store, innovation(3, "a"));
  CHECK(history_of(*store, innovation(3, "a")).size() == 1);
  CHECK(history_of(*store, innovation(3, "a", "51.08")).empty());
}

TEST_CASE("What was changed since a revision is told in the order of the changes") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put(*store, organisation(1));
  put(*store, innovation(3, "a"));
  put(*store, innovation(4, "b", "51.08"));
  store->write(kActor, [](store::Writer& writer) {
    auto region = solok_selatan();
    region.name = "Solok";
    writer.put_region(region);  // an event without a revision
  });
  put(*store, innovation(5, "c"));
  put(*store, innovation(3, "d"));
  using Kind = store::RecordKind;
  const auto changes = [&](std::int64_t after, std::size_t limit) {
    std::vector<store::RecordChange> found;
    store->read(
        [&](store::Reader& reader) { found = reader.changes(code("13.11"), after, limit); });
    return found;
  };
  using Changes = std::vector<store::RecordChange>;
  CHECK(changes(0, 9) == Changes{{1, Kind::kOrganisation, uuid(1)},
                                 {2, Kind::kInnovation, uuid(3)},
                                 {3, Kind::kInnovation, uuid(5)},
                                 {4, Kind::kInnovation, uuid(3)}});
  CHECK(changes(2, 1) == Changes{{3, Kind::kInnovation, uuid(5)}});
  CHECK(changes(3, 9) == Changes{{4, Kind::kInnovation, uuid(3)}});
  CHECK(changes(4, 9).empty());
  const auto check_revisions = [](store::Reader& reader, std::int64_t number) {
    const auto revisions = reader.revisions();
    REQUIRE(revisions.size() == 2);
    CHECK(revisions[0] == std::pair(code("13.11"), number));
    CHECK(revisions[1] == std::pair(code("51.08"), std::int64_t{1}));
  };
  store->read([&](store::Reader& reader) { check_revisions(reader, 4); });
  store->write(kActor, [&](store::Writer& writer) {
    writer.put(innovation(6, "e"), "added");
    check_revisions(writer, 5);
    CHECK(writer.changes(code("13.11"), 4, 9).size() == 1);
  });
}

}  // namespace
}  // namespace pilah::tests
