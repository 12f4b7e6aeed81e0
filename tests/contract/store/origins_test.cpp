#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

std::optional<store::OriginRow> origin(store::Store& store, std::string_view region,
                                       std::string_view list, std::string_view key) {
  std::optional<store::OriginRow> found;
  store.read([&](store::Reader& reader) { found = reader.origin(code(region), list, key); });
  return found;
}

TEST_CASE("The last source row of an origin is kept, under region, list and key") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto entry = innovation(3, "SI PEDAS");
  store->write(kActor, [&](store::Writer& writer) {
    writer.put(entry, "imported");
    writer.put_origin({entry.region, "a.csv", "7", entry.id, R"({"name": "SI PEDAS"})"});
    writer.put_origin({entry.region, "b.csv", "", entry.id, "{}"});
    CHECK(writer.origin(entry.region, "b.csv", ""));
  });
  const auto found = origin(*store, "13.11", "a.csv", "7");
  REQUIRE(found);
  CHECK(found->region == entry.region);
  CHECK(found->list == "a.csv");
  CHECK(found->key == "7");
  CHECK(found->innovation == entry.id);
  CHECK(found->source == R"({"name": "SI PEDAS"})");
  CHECK(!origin(*store, "13.11", "a.csv", "8"));
  CHECK(!origin(*store, "13.11", "a.csv", ""));
  CHECK(!origin(*store, "13.11", "A.csv", "7"));
  CHECK(!origin(*store, "51.08", "a.csv", "7"));
}

TEST_CASE("An origin put again has the new row and the new innovation, and is no revision") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    writer.put(innovation(3, "a"), "imported");
    writer.put(innovation(4, "b"), "imported");
    writer.put_origin({code("13.11"), "a.csv", "7", innovation(3, "").id, "old"});
  });
  store->write(kActor, [](store::Writer& writer) {
    writer.put_origin({code("13.11"), "a.csv", "7", innovation(4, "").id, "new"});
    CHECK(writer.revision(code("13.11")) == 2);
  });
  CHECK(origin(*store, "13.11", "a.csv", "7")->source == "new");
  CHECK(origin(*store, "13.11", "a.csv", "7")->innovation == innovation(4, "").id);
}

TEST_CASE("An origin of an innovation that is not there is refused") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  CHECK(refused([&] {
          store->write(kActor, [](store::Writer& writer) {
            writer.put_origin({code("13.11"), "a.csv", "7", innovation(3, "").id, "{}"});
          });
        }) == "conflict store.missing_reference /innovation");
  CHECK(!origin(*store, "13.11", "a.csv", "7"));
}

}  // namespace
}  // namespace pilah::tests
