#include "pilah/registry/search/catalogue_index.hpp"

#include <atomic>
#include <set>
#include <thread>

#include "pilah/catalogue/refusal.hpp"
#include "sample_catalogue.hpp"
#include "support/catch.hpp"
#include "unit/search/drawn_innovations.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::CatalogueIndex;
using Building = CatalogueIndex::Building;

namespace {

std::size_t total(const CatalogueIndex& index, const std::string& text = "") {
  auto query = whole_region();
  query.text = text;
  return index.index().search(query).total;
}

bool never() { return false; }

/// The index as it is, held against one built out of the store now.
void check_as_if_rebuilt(SampleCatalogue& catalogue, std::uint32_t seed) {
  INFO("seed " << seed);
  CatalogueIndex rebuilt(catalogue.store, stemming(), taxonomy(), Building::kWhenAsked);
  rebuilt.catch_up(region());
  REQUIRE(catalogue.index.index().current_to(region()) == catalogue.revision());
  REQUIRE(catalogue.index.index().size().innovations == rebuilt.index().size().innovations);
  Draw draw(seed);
  for (int i = 0; i < 150; ++i) {
    const auto query = draw.query();
    CAPTURE(query.text, static_cast<int>(query.sort));
    const auto kept = catalogue.index.index().search(query);
    const auto fresh = rebuilt.index().search(query);
    REQUIRE(kept.hits == fresh.hits);
    REQUIRE(kept.total == fresh.total);
    REQUIRE(kept.facets == fresh.facets);
    REQUIRE(kept.next == fresh.next);
    REQUIRE(kept.corrections == fresh.corrections);
    REQUIRE(kept.current_to == fresh.current_to);
  }
}

}  // namespace

TEST_CASE("After random writes the index is what one built from the store would be") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    INFO("seed " << seed);
    SampleCatalogue catalogue;
    Draw draw(seed);
    const auto elsewhere = catalogue.open_again();
    for (int i = 0; i < 250; ++i) {
      const auto innovation = draw.innovation(static_cast<std::uint32_t>(draw.below(80)));
      switch (draw.below(4)) {
        case 0:  // as an import's slices are written
          catalogue.put(innovation, store::Durability::kSoon);
          break;
        case 1:  // by another process
          elsewhere->write({"x"}, [&](store::Writer& writer) { writer.put(innovation, "put"); });
          break;
        default:
          catalogue.put(innovation);
      }
      if (draw.one_in(6)) catalogue.index.catch_up(region());
      if (draw.one_in(40)) catalogue.index.follow(never);
    }
    catalogue.index.catch_up(region());
    check_as_if_rebuilt(catalogue, seed);
  }
}

TEST_CASE("What was accepted is found by the next search") {
  SampleCatalogue catalogue;
  catalogue.put(named(1, "Bank Sampah"));
  CHECK(catalogue.index.catch_up(region()).is_current());
  CHECK(total(catalogue.index, "sampah ") == 1);
  catalogue.put(named(1, "Pasar Tani"));
  catalogue.put(named(2, "Bank Sampah"));
  CHECK(catalogue.index.catch_up(region()).is_current());
  CHECK(total(catalogue.index, "sampah ") == 1);
  CHECK(total(catalogue.index, "tani ") == 1);
}

TEST_CASE("Revisions that change no innovation are followed too") {
  SampleCatalogue catalogue;
  catalogue.index.catch_up(region());
  const auto before = catalogue.revision();
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    auto organisation = writer.find<catalogue::Organisation>(region(), organisation_id(1))->record;
    organisation.name = "Dinas Baru";
    writer.put(organisation, "renamed");
  });
  CHECK(catalogue.index.catch_up(region()).indexed == before + 1);
}

TEST_CASE("In the background a region with many changes is refused until it is built") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 0; i < 300; ++i) {
      writer.put(named(i, "Nama " + std::to_string(i)), "put");
    }
  });
  const auto state = catalogue.index.catch_up(region());
  CHECK_FALSE(state.indexed);
  CHECK(state.stored == catalogue.revision());
  CHECK_FALSE(catalogue.index.progress().is_ready());
  CHECK_THROWS_AS(total(catalogue.index), catalogue::Refusal);
  catalogue.index.follow(never);
  CHECK(catalogue.index.progress().is_ready());
  CHECK(catalogue.index.progress().regions == 2);
  CHECK(catalogue.index.progress().innovations == 300);
  CHECK(total(catalogue.index) == 300);
}

TEST_CASE("In the background few missing changes are taken in at once, many are not") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.index.follow(never);
  catalogue.put(named(1, "Satu"));
  CHECK(catalogue.index.catch_up(region()).is_current());
  CHECK(total(catalogue.index) == 1);
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 10; i < 400; ++i) writer.put(named(i, "Lagi"), "put");
  });
  const auto state = catalogue.index.catch_up(region());
  CHECK_FALSE(state.is_current());
  CHECK(total(catalogue.index) == 1);  // an older state, which says so
  CHECK(state.indexed == state.stored - 390);
  catalogue.index.follow(never);
  CHECK(total(catalogue.index) == 391);
}

TEST_CASE("What is written while the index is built is in it when it is built") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 0; i < 2'500; ++i) writer.put(named(i * 2, "lama"), "put");
  });
  // Before every slice some that were read already and some that were not are changed.
  std::set<std::uint32_t> changed;
  std::uint32_t slices = 0;
  catalogue.index.follow([&] {
    ++slices;
    for (const std::uint32_t number : {slices, 4'000 + slices * 2, 6'000 + slices}) {
      if (slices < 6) catalogue.put(named(*changed.insert(number).first, "baru"));
    }
    return false;
  });
  CHECK(slices > 3);
  catalogue.index.follow(never);
  CHECK(total(catalogue.index, "baru ") == changed.size());
  check_as_if_rebuilt(catalogue, 9);
}

TEST_CASE("Following stops soon when it is told to, and goes on from there") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 0; i < 2'500; ++i) writer.put(named(i, "lama"), "put");
  });
  int slices = 0;
  catalogue.index.follow([&slices] { return ++slices == 2; });
  CHECK_FALSE(catalogue.index.progress().is_ready());
  CHECK(catalogue.index.progress().innovations == 1'000);
  catalogue.index.follow(never);
  CHECK(total(catalogue.index) == 2'500);
}

TEST_CASE("More changes than are read at once are followed to the last") {
  SampleCatalogue catalogue;
  catalogue.index.catch_up(region());
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 0; i < 1'700; ++i) {
      writer.put(named(i % 1'300, "ronde" + std::to_string(i / 1'300)), "put");
    }
  });
  CHECK(catalogue.index.catch_up(region()).is_current());
  CHECK(total(catalogue.index, "ronde0 ") == 900);
  CHECK(total(catalogue.index, "ronde1 ") == 400);
  check_as_if_rebuilt(catalogue, 21);
}

TEST_CASE("A region that comes while the host serves is followed") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.index.follow(never);
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    writer.put_region({region("51.08"), "Buleleng", catalogue::RegionKind::kRegency});
  });
  CHECK_FALSE(catalogue.index.progress().is_ready());
  CHECK(catalogue.index.catch_up(region("51.08")).is_current());  // nothing is missing there
  CHECK(catalogue.index.progress().is_ready());
}

TEST_CASE("A store that fails now is asked again later") {
  SampleCatalogue catalogue;
  catalogue.put(named(1, "Satu"));
  catalogue.store.before_read = [] {
    throw catalogue::Refusal(catalogue::RefusalKind::kUnavailable,
                             catalogue::Message{"store.busy", {}, ""});
  };
  CHECK_THROWS_AS(catalogue.index.catch_up(region()), catalogue::Refusal);
  CHECK_THROWS_AS(catalogue.index.follow(never), catalogue::Refusal);
  catalogue.store.before_read = [] {};
  CHECK(catalogue.index.catch_up(region()).is_current());
  CHECK(total(catalogue.index) == 1);
}

TEST_CASE("Several write, search and follow at once, what is left is what was stored") {
  SampleCatalogue catalogue(Building::kInBackground);
  std::atomic<bool> done{false};
  std::atomic<int> stale{0};
  const auto write_many = [&](std::uint32_t seed) {
    Draw draw(seed);
    for (int i = 0; i < 120; ++i) {
      const auto number = static_cast<std::uint32_t>(draw.below(200));
      const auto revision = catalogue.put(draw.innovation(number));
      const auto state = catalogue.index.catch_up(region());
      // Who has written finds it, few as the missing changes are.
      if (!state.indexed || *state.indexed < revision) ++stale;
    }
  };
  std::thread following([&] {
    while (!done) catalogue.index.follow([&done] { return done.load(); });
  });
  std::thread first(write_many, 11);
  std::thread second(write_many, 12);
  first.join();
  second.join();
  done = true;
  following.join();
  CHECK(stale == 0);
  catalogue.index.catch_up(region());
  check_as_if_rebuilt(catalogue, 13);
}
