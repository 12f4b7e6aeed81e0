#include "pilah/registry/search/innovation_list.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "sample_catalogue.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/search/drawn_innovations.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::InnovationFilter;
using registry::InnovationList;
using Building = registry::CatalogueIndex::Building;

namespace {

std::vector<std::string> names(const InnovationList& list) {
  std::vector<std::string> names;
  for (const auto& entry : list.innovations) {
    const auto document = boost::json::parse(entry.document).as_object();
    const auto* name = document.if_contains("name");
    names.emplace_back(name ? name->as_string() : "");
  }
  return names;
}

std::string refusal_of(const SampleCatalogue& catalogue, const InnovationFilter& filter) {
  try {
    registry::innovations(catalogue.environment, insider(), region(), filter);
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind + " " + refusal.messages().front().pointer;
  }
  return {};
}

InnovationFilter with_text(std::string words) {
  InnovationFilter filter;
  filter.text = std::move(words);
  return filter;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A list out of the index is the store's own list, page by page") {
  constexpr std::uint32_t kSeed = 4;
  INFO("seed " << kSeed);
  SampleCatalogue catalogue;
  Draw draw(kSeed);
  for (std::uint32_t i = 0; i < 60; ++i) catalogue.put(draw.innovation(i));
  auto only_store = catalogue.environment;
  only_store.index = nullptr;
  registry::innovations(catalogue.environment, insider(), region(),
                        with_text("bank"));  // builds it
  for (int i = 0; i < 60; ++i) {
    InnovationFilter filter;
    filter.limit = 1 + draw.below(9);
    if (draw.one_in(2)) filter.statuses = {static_cast<catalogue::Status>(draw.below(5))};
    if (draw.one_in(3)) filter.entry_kinds = {static_cast<catalogue::EntryKind>(draw.below(4))};
    if (draw.one_in(3))
      filter.owners = {organisation_id(static_cast<std::uint32_t>(draw.below(6)))};
    if (draw.one_in(3)) filter.areas = {"health", "waste"};
    if (filter.areas.empty() && draw.one_in(3)) filter.dimensions = {"smart-environment"};
    if (draw.one_in(4)) filter.has_owner = draw.one_in(2);
    if (draw.one_in(4)) filter.has_primary_area = draw.one_in(2);
    std::size_t seen = 0;
    for (bool from_index = draw.one_in(2);; from_index = !from_index) {
      // Either goes on where the other one ended.
      const auto indexed =
          registry::innovations(catalogue.environment, insider(), region(), filter);
      const auto stored = registry::innovations(only_store, insider(), region(), filter);
      REQUIRE(names(indexed) == names(stored));
      REQUIRE(indexed.next == stored.next);
      REQUIRE(indexed.revision == stored.revision);
      REQUIRE(indexed.total);
      REQUIRE_FALSE(stored.total);
      for (std::size_t at = 0; at < indexed.innovations.size(); ++at) {
        REQUIRE(indexed.innovations[at].document == stored.innovations[at].document);
        REQUIRE(indexed.innovations[at].revision == stored.innovations[at].revision);
      }
      seen += indexed.innovations.size();
      if (indexed.next.empty()) {
        REQUIRE(seen == *indexed.total);
        break;
      }
      filter.after = from_index ? indexed.next : stored.next;
    }
  }
}

TEST_CASE("What can be asked of the index alone is refused until it is built") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 0; i < 300; ++i) writer.put(named(i, "Nama"), "put");
  });
  const auto plain = registry::innovations(catalogue.environment, insider(), region(), {});
  CHECK(plain.innovations.size() == 50);
  CHECK_FALSE(plain.total);
  CHECK(plain.revision == catalogue.revision());
  InnovationFilter facets;
  facets.facets = {"status"};
  InnovationFilter sorted;
  sorted.sort = "changed";
  InnovationFilter year;
  year.years = {2024};
  for (const auto& filter : {with_text("nama"), facets, sorted, year}) {
    CHECK(refusal_of(catalogue, filter) == "search.not_ready ");
  }
  catalogue.index.follow([] { return false; });
  CHECK(
      registry::innovations(catalogue.environment, insider(), region(), with_text("nama")).total ==
      300U);
}

TEST_CASE("A search may show an older state and says which, a plain list never does") {
  SampleCatalogue catalogue(Building::kInBackground);
  catalogue.put(named(1, "Bank"));
  catalogue.index.follow([] { return false; });
  const auto before = catalogue.revision();
  catalogue.store.write({"test"}, [](store::Writer& writer) {
    for (std::uint32_t i = 10; i < 400; ++i) writer.put(named(i, "Bank"), "put");
  });
  const auto searched =
      registry::innovations(catalogue.environment, insider(), region(), with_text("bank"));
  CHECK(searched.total == 1U);
  CHECK(searched.revision == before);
  const auto plain = registry::innovations(catalogue.environment, insider(), region(), {});
  CHECK(plain.innovations.size() == 50);
  CHECK(plain.revision == catalogue.revision());
}

TEST_CASE("An area and a dimension hold together") {
  SampleCatalogue catalogue;
  const auto put = [&](std::uint32_t number, std::vector<std::string> areas) {
    auto innovation = named(number, "N" + std::to_string(number));
    for (const auto& area : areas) {
      innovation.mappings.push_back({area, innovation.mappings.empty(),
                                     catalogue::MappedBy::kPerson, true, std::nullopt, ""});
    }
    catalogue.put(innovation);
  };
  put(1, {"health"});
  put(2, {"health", "waste"});
  put(3, {"waste"});
  InnovationFilter filter;
  filter.areas = {"health"};
  filter.dimensions = {"smart-environment"};
  CHECK(names(registry::innovations(catalogue.environment, insider(), region(), filter)) ==
        Names{"N2"});
  filter.primary_areas = {"waste"};
  CHECK(names(registry::innovations(catalogue.environment, insider(), region(), filter)).empty());
}

TEST_CASE("Facets name what is unknown, and it can be asked for") {
  SampleCatalogue catalogue;
  auto known = named(1, "Satu");
  known.form = catalogue::Form::kOther;
  known.owner = organisation_id(2);
  catalogue.put(known);
  catalogue.put(named(2, "Dua"));
  InnovationFilter filter;
  filter.facets = {"form", "form", "owner"};
  const auto list = registry::innovations(catalogue.environment, insider(), region(), filter);
  REQUIRE(list.facets.size() == 2);
  CHECK(list.facets[0].facet == "form");
  REQUIRE(list.facets[0].values.size() == 2);
  CHECK_FALSE(list.facets[0].values[0].value);
  CHECK(list.facets[0].values[1].value == "other");
  CHECK(list.facets[1].values[1].value == organisation_id(2).text());
  filter = {};
  filter.unknown = {"form"};
  CHECK(names(registry::innovations(catalogue.environment, insider(), region(), filter)) ==
        Names{"Dua"});
  filter.unknown = {"form", "owner"};
  filter.has_owner = true;
  CHECK(registry::innovations(catalogue.environment, insider(), region(), filter)
            .innovations.empty());
}

TEST_CASE("What is unknown as an area, facet, order or place is refused at its parameter") {
  SampleCatalogue catalogue;
  InnovationFilter filter;
  filter.primary_areas = {"kesehatan"};
  CHECK(refusal_of(catalogue, filter) == "innovation.unknown_area /primary_area");
  filter = {};
  filter.facets = {"colour"};
  CHECK(refusal_of(catalogue, filter) == "innovation.unknown_facet /facets");
  filter = {};
  filter.unknown = {"colour"};
  CHECK(refusal_of(catalogue, filter) == "innovation.unknown_facet /unknown");
  filter = {};
  filter.sort = "colour";
  CHECK(refusal_of(catalogue, filter) == "innovation.unknown_sort /sort");
  filter = with_text("bank");
  filter.after = "nonsense";
  CHECK(refusal_of(catalogue, filter) == "search.bad_cursor /after");
  filter = {};
  filter.after = "nonsense";
  CHECK(refusal_of(catalogue, filter) == "search.bad_cursor /after");  // built by now
}

TEST_CASE("Who does not see the whole region sees what is verified and what is their own") {
  SampleCatalogue catalogue;
  auto draft = named(1, "Draf");
  draft.status = catalogue::Status::kDraft;
  draft.owner = organisation_id(1);
  catalogue.put(draft);
  catalogue.put(named(2, "Terbit"));
  const InnovationFilter filter;
  const auto list_for = [&](const registry::Caller& caller) {
    return registry::innovations(catalogue.environment, caller, region(), filter);
  };
  const auto list = list_for(registry::Caller::anonymous());
  CHECK(names(list) == Names{"Terbit"});
  CHECK(list.total == 1U);
  const auto owner = account(catalogue::Role::kContributor, "13.11", organisation_id(1));
  CHECK(names(list_for(owner)) == Names{"Draf", "Terbit"});
  CHECK(names(list_for(account(catalogue::Role::kVerifier, "13.11"))) == Names{"Draf", "Terbit"});
  CHECK(names(list_for(account(catalogue::Role::kVerifier, "16.02"))) == Names{"Terbit"});
  auto only_store = catalogue.environment;
  only_store.index = nullptr;
  CHECK_THROWS_AS(registry::innovations(only_store, owner, region(), filter), catalogue::Refusal);
}

TEST_CASE("What has ceased to be visible since the index looked is not shown") {
  SampleCatalogue catalogue;
  catalogue.put(named(1, "Satu"));
  catalogue.put(named(2, "Dua"));
  const InnovationFilter filter;
  const auto anybody = registry::Caller::anonymous();
  registry::innovations(catalogue.environment, anybody, region(), filter);
  int reads = 0;
  catalogue.store.before_read = [&] {
    // The last read takes the documents of what was found.
    if (++reads != 3) return;
    auto withdrawn = named(1, "Rahasia");
    withdrawn.status = catalogue::Status::kDraft;
    catalogue.put(withdrawn);
    catalogue.put(named(2, "Dua Baru"));
  };
  const auto list = registry::innovations(catalogue.environment, anybody, region(), filter);
  CHECK(reads == 3);
  CHECK(names(list) == Names{"Dua Baru"});
}

TEST_CASE("The list's document is the innovations as they are one by one, and what was counted") {
  SampleCatalogue catalogue;
  auto innovation = named(1, "Jum'at \"Bersih\" \u00e9");
  innovation.attributes = {{"luas", 1.50}, {"a", nullptr}};
  catalogue.put(innovation);
  innovation.staff = 3;
  catalogue.put(innovation);
  auto filter = with_text("jumat");
  filter.facets = {"digital"};
  const auto list = registry::innovations(catalogue.environment, insider(), region(), filter);
  const auto document = boost::json::parse(registry::innovation_list_document(list)).as_object();
  const auto entry = registry::innovation(catalogue.environment, insider(), innovation_id(1));
  CHECK(document.at("innovations").at(0) == registry::innovation_document(entry));
  CHECK(document.at("total") == 1);
  CHECK(document.at("next").is_null());
  CHECK(document.at("revision") == catalogue.revision());
  CHECK(document.at("facets") ==
        boost::json::parse(R"({"digital": [{"value": null, "count": 1}]})"));
  CHECK_FALSE(document.contains("spelling"));
  InnovationList none;
  CHECK(registry::innovation_list_document(none) ==
        R"({"innovations":[],"total":null,"revision":0,"next":null})");
}
