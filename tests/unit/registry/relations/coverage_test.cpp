#include "pilah/registry/mapping/coverage_rows.hpp"
#include "pilah/registry/mapping/intersections.hpp"
#include "pilah/registry/relations/packages.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "related_region.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah;
using catalogue::Innovation;
using registry::CoverageBy;
using registry::CoverageRow;
using tests::refusals_of;
using tests::RelatedRegion;

namespace {

/// Three entries: health; health and waste; waste as a draft without owner.
struct Mapped : RelatedRegion {
  registry::CatalogueIndex index{store, environment.lexicon.stemming(), tests::taxonomy(),
                                 registry::CatalogueIndex::Building::kWhenAsked};
  catalogue::InnovationId health = add("Posyandu");
  catalogue::InnovationId both = add("Klinik Sampah", [](Innovation& entry) {
    entry.mappings.push_back({"waste", false, {}, true, std::nullopt, ""});
    entry.mappings.push_back({"energy", false, {}, false, std::nullopt, ""});
  });
  catalogue::InnovationId draft = add("Bank Sampah", [](Innovation& entry) {
    entry.mappings = {{"waste", true, {}, true, std::nullopt, ""}};
    entry.status = catalogue::Status::kDraft;
    entry.owner.reset();
  });

  Mapped() { environment.index = &index; }

  catalogue::OrganisationId owner_of(const catalogue::InnovationId& id) {
    std::optional<catalogue::OrganisationId> owner;
    store.read([&](store::Reader& reader) {
      owner = reader.find<Innovation>(this->region, id)->record.owner;
    });
    return owner.value();
  }
  std::vector<CoverageRow> rows(CoverageBy by) {
    return registry::coverage_rows(environment, all, region, by).rows;
  }
  CoverageRow row(CoverageBy by, const std::string& key) {
    for (auto& row : rows(by)) {
      if (row.key == key) return row;
    }
    FAIL("no row " + key);
    return {};
  }
  std::int64_t pair(const std::string& first, const std::string& second,
                    const registry::Caller& caller) {
    for (const auto& pair : registry::intersections(environment, caller, region).pairs) {
      if (pair.first == first && pair.second == second) return pair.innovations;
    }
    return -1;
  }
  std::int64_t pair(const std::string& first, const std::string& second) {
    return pair(first, second, all);
  }
};

}  // namespace

TEST_CASE("The matrix counts what touches both dimensions, and any one on the diagonal") {
  Mapped region;
  const auto found = registry::intersections(region.environment, region.all, region.region);
  CHECK(found.pairs.size() == 36);
  CHECK(region.pair("smart-living", "smart-living") == 2);
  CHECK(region.pair("smart-environment", "smart-environment") == 2);
  CHECK(region.pair("smart-living", "smart-environment") == 1);
  CHECK(region.pair("smart-environment", "smart-living") == 1);
  CHECK(region.pair("smart-economy", "smart-living") == 0);
  CHECK(region.pair("smart-environment", "smart-environment", registry::Caller::anonymous()) == 1);
}

TEST_CASE("Behind each cell is its list, with the areas that make it") {
  Mapped region;
  const auto list = [&](const std::string& first, const std::string& second,
                        std::size_t limit = 50) {
    return registry::intersecting(region.environment, region.all, region.region, first, second,
                                  limit);
  };
  const auto crossing = list("smart-living", "smart-environment");
  REQUIRE(crossing.size() == 1);
  CHECK(crossing[0].id == region.both);
  CHECK(crossing[0].owner == "Dinas Uji");
  CHECK(crossing[0].areas == std::vector<std::string>{"health", "waste"});
  CHECK(list("smart-living", "smart-living").size() == 2);
  CHECK(list("smart-living", "smart-living", 1).size() == 1);
  CHECK(refusals_of([&] { list("smart-living", "smart"); }) ==
        "/second innovation.unknown_dimension");
  CHECK(refusals_of([&] { list("smart-living", "smart-living", 0); }) ==
        "/limit registry.bad_limit");
}

TEST_CASE("Flat rows tell of each area, dimension and owner, holes included") {
  Mapped region;
  CHECK(region.rows(CoverageBy::kArea).size() == 18);
  const auto waste = region.row(CoverageBy::kArea, "waste");
  CHECK(waste.innovations == 2);
  CHECK(waste.primary == 1);
  CHECK(waste.verified == 1);
  CHECK(waste.dimension == "smart-environment");
  CHECK(region.row(CoverageBy::kArea, "energy").innovations == 0);
  const auto living = region.row(CoverageBy::kDimension, "smart-living");
  CHECK(living.innovations == 2);
  CHECK(living.primary == 2);
  CHECK(living.areas_covered == 1);
  region.add_organisation("KOSONG");
  CHECK(region.row(CoverageBy::kOwner, "KOSONG").innovations == 0);
  CHECK(region.row(CoverageBy::kOwner, "UJI").innovations == 2);
  CHECK(region.row(CoverageBy::kOwner, "").innovations == 1);
  CHECK(region.row(CoverageBy::kOwner, "").unmapped == 0);
  const auto seen = registry::coverage_rows(region.environment, registry::Caller::anonymous(),
                                            region.region, CoverageBy::kOwner);
  for (const auto& row : seen.rows) CHECK_FALSE(row.key.empty());
}

TEST_CASE("A frozen round shows the catalogue as it was then, an open one as it is") {
  Mapped region;
  catalogue::Round first;
  first.id = {region.environment.new_uuid()};
  first.region = region.region;
  first.name = "Bimtek I";
  region.store.read(
      [&](store::Reader& reader) { first.frozen_revision = reader.revision(region.region); });
  catalogue::Round second;
  second.id = {region.environment.new_uuid()};
  second.region = region.region;
  second.name = "Bimtek II";
  region.store.write({"tester"}, [&](store::Writer& writer) {
    writer.put(first, "added");
    writer.put(second, "added");
    auto changed = writer.find<Innovation>(region.region, region.draft)->record;
    changed.status = catalogue::Status::kArchived;
    writer.put(changed, "archived");
    changed = writer.find<Innovation>(region.region, region.health)->record;
    changed.mappings[0].confirmed = false;
    writer.put(changed, "changed");
  });
  region.add("Baru", [](Innovation& entry) {
    entry.mappings = {{"energy", true, {}, true, std::nullopt, ""}};
  });
  const auto then = region.row(CoverageBy::kRound, first.id.text());
  CHECK(then.name == "Bimtek I");
  CHECK(then.innovations == 3);
  CHECK(then.verified == 2);
  CHECK(then.unmapped == 0);
  CHECK(then.areas_covered == 2);
  const auto now = region.row(CoverageBy::kRound, second.id.text());
  CHECK(now.innovations == 3);
  CHECK(now.verified == 3);
  CHECK(now.unmapped == 1);
  CHECK(now.areas_covered == 3);
}

TEST_CASE("What lies between two dimensions is made a package in one step") {
  Mapped region;
  const auto second = region.add("Kompos Puskesmas", [](Innovation& entry) {
    entry.mappings.push_back({"waste", false, {}, true, std::nullopt, ""});
  });
  registry::IntersectionPackage asked;
  asked.name = "Sehat dan bersih";
  asked.lead = region.owner_of(region.both);
  const auto between = [&](const std::string& first, const std::string& other,
                           const registry::Caller& caller) {
    return registry::package_intersection(region.environment, caller, region.region, first, other,
                                          asked);
  };
  const auto made = between("smart-living", "smart-environment", region.planner());
  REQUIRE(made.members.size() == 2);
  CHECK(made.members[0].id == region.both);
  CHECK(made.members[1].id == second);
  CHECK(refusals_of([&] { between("smart-living", "smart-living", region.all); }) ==
        "/second package.one_dimension");
  CHECK(refusals_of([&] { between("smart-living", "smart", region.all); }) ==
        "/second innovation.unknown_dimension");
  CHECK(refusals_of([&] { between("smart-living", "smart-economy", region.all); }) ==
        "/members package.too_few_members");
  CHECK(refusals_of([&] {
          between("smart-living", "smart-environment", registry::Caller::anonymous());
        }) == " rights.relate");
  asked.without = {region.health};
  CHECK(refusals_of([&] { between("smart-living", "smart-environment", region.all); }) ==
        "/without/0 package.not_between");
  asked.without = {second};
  CHECK(refusals_of([&] { between("smart-living", "smart-environment", region.all); }) ==
        "/members package.too_few_members");
}
