#include "pilah/registry/search/innovation_counts.hpp"

#include "pilah/registry/documents/coverage.hpp"
#include "pilah/registry/mapping/coverage.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/search/innovation_list.hpp"
#include "sample_catalogue.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/search/drawn_innovations.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

void check_same(const registry::InnovationCounts& indexed, const registry::InnovationCounts& read) {
  CHECK(indexed.revision == read.revision);
  CHECK(indexed.innovations == read.innovations);
  CHECK(indexed.areas == read.areas);
  CHECK(indexed.primary_areas == read.primary_areas);
  CHECK(indexed.owners == read.owners);
}

}  // namespace

TEST_CASE("Counts out of the index are those of every innovation read") {
  constexpr std::uint32_t kSeed = 17;
  INFO("seed " << kSeed);
  SampleCatalogue catalogue;
  Draw draw(kSeed);
  auto only_store = catalogue.environment;
  only_store.index = nullptr;
  catalogue.index.catch_up(region());
  for (int round = 0; round < 20; ++round) {
    for (int i = 0; i < 8; ++i) {
      catalogue.put(draw.innovation(static_cast<std::uint32_t>(draw.below(60))));
    }
    check_same(registry::innovation_counts(catalogue.environment, insider(), region()),
               registry::innovation_counts(only_store, insider(), region()));
    CHECK(registry::coverage_document(
              registry::coverage(catalogue.environment, insider(), region())) ==
          registry::coverage_document(registry::coverage(only_store, insider(), region())));
    const registry::CoverageOf of_one{{}, organisation_id(1)};
    CHECK(registry::coverage_document(
              registry::coverage(catalogue.environment, insider(), region(), of_one)) ==
          registry::coverage_document(registry::coverage(only_store, insider(), region(), of_one)));
    const auto indexed = registry::organisations(catalogue.environment, insider(), region());
    const auto read = registry::organisations(only_store, insider(), region());
    REQUIRE(indexed.size() == read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      CHECK(indexed[i].innovations == read[i].innovations);
    }
  }
}

TEST_CASE("Coverage counts an innovation once in each of its areas, archived ones in none") {
  SampleCatalogue catalogue;
  const auto put = [&](std::uint32_t number, std::vector<std::string> areas, bool confirmed,
                       catalogue::Status status = catalogue::Status::kSubmitted) {
    auto innovation = named(number, "N");
    innovation.status = status;
    innovation.owner = organisation_id(number % 2);
    for (const auto& area : areas) {
      innovation.mappings.push_back({area, innovation.mappings.empty(),
                                     catalogue::MappedBy::kPerson, confirmed, std::nullopt, ""});
    }
    catalogue.put(innovation);
  };
  put(0, {"health", "waste"}, true);
  put(1, {"waste"}, true);
  put(2, {"waste"}, false);
  put(3, {"health"}, true, catalogue::Status::kArchived);
  for (const bool from_index : {false, true}) {
    CAPTURE(from_index);
    if (from_index) catalogue.index.catch_up(region());
    const auto picture = registry::coverage(catalogue.environment, insider(), region());
    CHECK(picture.revision == catalogue.revision());
    CHECK(picture.innovations == 3);
    CHECK(picture.unmapped == 1);
    CHECK(picture.without_owner == 0);
    CHECK(picture.silent->size() == 4);
    for (const auto& area : picture.areas) {
      CHECK(area.primary == (area.area == "health" || area.area == "waste" ? 1 : 0));
      CHECK(area.secondary == (area.area == "waste" ? 1 : 0));
    }
  }
}

TEST_CASE("Coverage of one organisation counts what it owns alone, and tells of no other") {
  SampleCatalogue catalogue;
  for (std::uint32_t number = 0; number < 5; ++number) {
    auto innovation = named(number, "N");
    innovation.owner = organisation_id(number % 2);
    innovation.mappings = {{"health", true, catalogue::MappedBy::kPerson, true, std::nullopt, ""}};
    catalogue.put(innovation);
  }
  for (const bool from_index : {false, true}) {
    CAPTURE(from_index);
    if (from_index) catalogue.index.catch_up(region());
    const auto picture =
        registry::coverage(catalogue.environment, insider(), region(), {{}, organisation_id(0)});
    CHECK(picture.innovations == 3);
    CHECK_FALSE(picture.silent);
  }
}

TEST_CASE("While the index is behind by many changes every innovation is read") {
  SampleCatalogue catalogue(registry::CatalogueIndex::Building::kInBackground);
  catalogue.index.follow([] { return false; });
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 0; i < 300; ++i) writer.put(named(i, "Nama"), "put");
  });
  const auto counts = registry::innovation_counts(catalogue.environment, insider(), region());
  CHECK(counts.innovations == 300);
  CHECK(counts.revision == catalogue.revision());
}
