// Counts for charts against every innovation read and counted by hand.
#include <map>
#include <set>

#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/aggregates/facet_counts.hpp"
#include "pilah/registry/aggregates/registrations.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/region_changes.hpp"
#include "pilah/registry/search/region_revisions.hpp"
#include "pilah/registry/tables/innovation_row.hpp"
#include "pilah/search/facet.hpp"
#include "sample_catalogue.hpp"
#include "support/catch.hpp"
#include "unit/search/drawn_innovations.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

using Pair = std::pair<std::string, std::string>;  // of values; empty: unknown
using Counts = std::map<Pair, std::size_t>;

const registry::Caller kInside = registry::Caller::with_data_folder("test");

Counts told(const registry::FacetTable& table) {
  Counts counts;
  for (const auto& row : table.rows) {
    counts[{row.value.value_or(""), row.split.value_or("")}] += row.count;
  }
  return counts;
}

/// Every innovation that the caller sees, read and counted.
Counts counted(const SampleCatalogue& catalogue, const registry::Caller& caller,
               const std::string& by, const std::string& split) {
  Counts counts;
  catalogue.environment.store.read([&](store::Reader& reader) {
    counts.clear();
    const auto sight = registry::sight_of(reader, caller, region());
    reader.each<catalogue::Innovation>(region(), [&](const auto& stored) {
      if (!registry::sees(sight, stored.record)) return true;
      const auto values = [&](const std::string& facet) {
        return search::values_of(stored.record, *search::facet_named(facet),
                                 catalogue.environment.taxonomy);
      };
      for (const auto& first : values(by)) {
        for (const auto& second : split.empty() ? std::vector<std::string>{""} : values(split)) {
          ++counts[{first, second}];
        }
      }
      return true;
    });
  });
  return counts;
}

}  // namespace

TEST_CASE("Counts by one facet and by two are those of every innovation that is seen") {
  constexpr std::uint32_t kSeed = 23;
  INFO("seed " << kSeed);
  SampleCatalogue catalogue;
  Draw draw(kSeed);
  for (int i = 0; i < 120; ++i) catalogue.put(draw.innovation(static_cast<std::uint32_t>(i)));
  const std::vector<std::string> facets = registry::facet_names();
  for (const auto& caller : {kInside, registry::Caller::anonymous()}) {
    for (const auto& by : facets) {
      for (const auto& split : {std::string(), facets[0], facets[2], facets[9]}) {
        const bool is_closed = by == "funding" && !caller.has_data_folder;
        if (split == by || is_closed) continue;
        CAPTURE(caller.actor, by, split);
        CHECK(told(registry::facet_counts(catalogue.environment, caller, region(), {}, by,
                                          split)) == counted(catalogue, caller, by, split));
      }
    }
  }
}

TEST_CASE("What a region does not show is not counted for everybody either") {
  SampleCatalogue catalogue;
  Draw draw(11);
  catalogue.put(draw.innovation(1));
  const auto nobody = registry::Caller::anonymous();
  CHECK_THROWS_AS(registry::facet_counts(catalogue.environment, nobody, region(), {}, "funding"),
                  catalogue::Refusal);
  registry::InnovationFilter filter;
  filter.funding = {catalogue::FundingSource::kApbd};
  CHECK_THROWS_AS(registry::registrations(catalogue.environment, nobody, region(), filter),
                  catalogue::Refusal);
}

TEST_CASE("A filter on the counted facet narrows the rows to what it asks for") {
  SampleCatalogue catalogue;
  Draw draw(5);
  for (int i = 0; i < 60; ++i) catalogue.put(draw.innovation(static_cast<std::uint32_t>(i)));
  registry::InnovationFilter filter;
  filter.statuses = {catalogue::Status::kVerified};
  const auto table =
      registry::facet_counts(catalogue.environment, kInside, region(), filter, "status", "stage");
  CHECK_FALSE(table.rows.empty());
  for (const auto& row : table.rows) CHECK(row.value == "verified");
}

TEST_CASE("Whoever has no right sees the registrations of what is public alone") {
  SampleCatalogue catalogue;
  Draw draw(7);
  std::size_t verified = 0;
  for (int i = 0; i < 80; ++i) {
    const auto innovation = draw.innovation(static_cast<std::uint32_t>(i));
    verified += innovation.status == catalogue::Status::kVerified ? 1 : 0;
    catalogue.put(innovation);
  }
  const auto all = registry::registrations(catalogue.environment, kInside, region(), {});
  const auto seen =
      registry::registrations(catalogue.environment, registry::Caller::anonymous(), region(), {});
  REQUIRE(all.months.size() >= 1);
  CHECK(all.months.back().total == 80);
  CHECK((seen.months.empty() ? 0 : seen.months.back().total) == verified);
}

TEST_CASE("A month begins at midnight in the region, not in Greenwich") {
  catalogue::Uuid uuid;
  const auto at = [&uuid](std::int64_t milliseconds) {
    for (int i = 5; i >= 0; --i) {
      uuid.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds & 255);
      milliseconds >>= 8;
    }
  };
  constexpr std::int64_t kNewYear2026 = 1'767'225'600'000;  // 2026-01-01T00:00Z
  constexpr std::int64_t kHour = 3'600'000;
  at(kNewYear2026 - 7 * kHour);  // midnight in WIB
  CHECK(registry::month_of(uuid, 7) == 2026 * 12);
  CHECK(registry::month_of(uuid, 0) == 2025 * 12 + 11);
  at(kNewYear2026 - 7 * kHour - 1);
  CHECK(registry::month_of(uuid, 7) == 2025 * 12 + 11);
  CHECK(registry::month_of(uuid, 8) == 2026 * 12);
}

TEST_CASE("Changes tell their kinds, and where there are more") {
  SampleCatalogue catalogue;
  const auto before = catalogue.revision();
  CHECK(registry::region_changes(catalogue.environment, kInside, region(), before).kinds.empty());
  Draw draw(3);
  catalogue.put(draw.innovation(1));
  const auto changes = registry::region_changes(catalogue.environment, kInside, region(), before);
  CHECK(changes.revision == before + 1);
  CHECK(changes.kinds == std::set<std::string>{"innovation"});
  CHECK(changes.is_all);
}

TEST_CASE("Of scenarios those alone are told who work in the region") {
  SampleCatalogue catalogue;
  const auto before = catalogue.revision();
  catalogue.environment.store.write({"test"}, [&](store::Writer& writer) {
    writer.put(catalogue::ScenarioRecord{{}, region(), "Usulan", {}}, "added");
  });
  const auto told = [&](const registry::Caller& caller) {
    return registry::region_changes(catalogue.environment, caller, region(), before).kinds;
  };
  CHECK(told(kInside) == std::set<std::string>{"scenario"});
  CHECK(told(registry::Caller::anonymous()).empty());
}

TEST_CASE("How far the host is, only whoever runs it is told") {
  SampleCatalogue catalogue;
  CHECK_THROWS_AS(registry::region_revisions(catalogue.environment, registry::Caller::anonymous()),
                  catalogue::Refusal);
  const auto regions = registry::region_revisions(catalogue.environment, kInside);
  REQUIRE(regions.size() == 2);
  CHECK(regions[0].stored == catalogue.revision());
}

TEST_CASE("A row of what the public is shown lacks money, funding and staff") {
  SampleCatalogue catalogue;
  auto innovation = named(1, "Antrean");
  innovation.owner = organisation_id(1);
  innovation.staff = 3;
  innovation.budgets = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{5'000'000}}};
  const auto row = [&](const registry::Caller& caller) {
    catalogue::Innovation shown;
    catalogue.environment.store.read([&](store::Reader& reader) {
      shown = registry::shown(registry::sight_of(reader, caller, region()), innovation);
    });
    return registry::InnovationRows(catalogue.environment, region()).row(shown, 1);
  };
  CHECK(row(kInside).at("budget").as_int64() == 5'000'000);
  CHECK(row(kInside).at("staff").as_int64() == 3);
  for (const char* column : {"budget", "funding", "staff"}) {
    CAPTURE(column);
    CHECK_FALSE(row(registry::Caller::anonymous()).contains(column));
  }
  const catalogue::Grant own{catalogue::Role::kContributor, region(), organisation_id(1)};
  CHECK(row({"person", {own}, false}).contains("budget"));
  const catalogue::Grant other{catalogue::Role::kContributor, region(), organisation_id(2)};
  CHECK_FALSE(row({"person", {other}, false}).contains("budget"));
}

TEST_CASE("A sum of which a part is unknown is unknown") {
  SampleCatalogue catalogue;
  auto innovation = named(1, "Antrean");
  innovation.budgets = {{2026, {}, catalogue::Rupiah{5'000'000}}, {2027, {}, {}}};
  const registry::InnovationRows rows(catalogue.environment, region());
  CHECK_FALSE(rows.row(innovation, 1).contains("budget"));
}
