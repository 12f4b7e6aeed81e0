#include "pilah/registry/regions.hpp"
#include "pilah/registry/relations/alike_entries.hpp"
#include "pilah/registry/relations/duplicate_pairs.hpp"
#include "pilah/registry/relations/similar.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "related_region.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah;
using catalogue::Innovation;
using catalogue::InnovationId;
using registry::PartialEntry;
using tests::refusals_of;
using tests::RelatedRegion;

namespace {

const std::string kSummary =
    "Warga menabung sampah plastik yang dipilah di rumah dan menerima uang tiap bulan";

/// With a search index, and a second region.
struct Searched : RelatedRegion {
  registry::CatalogueIndex index{store, environment.lexicon.stemming(), tests::taxonomy(),
                                 registry::CatalogueIndex::Building::kWhenAsked};
  const catalogue::RegionCode abroad = *catalogue::RegionCode::parse("16.02");

  Searched() {
    environment.index = &index;
    registry::add_region(environment, all, "16.02");
  }
  InnovationId add_named(const std::string& name, const std::string& summary,
                         const std::function<void(Innovation&)>& change = {}) {
    return add(name, [&](Innovation& entry) {
      entry.summary = summary;
      if (change) change(entry);
    });
  }
  InnovationId add_abroad(const std::string& name, const std::string& summary,
                          const std::function<void(Innovation&)>& change = {}) {
    return add_named(name, summary, [&](Innovation& entry) {
      entry.region = abroad;
      entry.owner.reset();
      entry.plan_links.clear();
      if (change) change(entry);
    });
  }
  std::vector<registry::AlikeEntry> alike(const PartialEntry& entry,
                                          const registry::AlikeOptions& options = {}) {
    return registry::alike_entries(environment, all, region, entry, options);
  }
};

std::vector<std::string> names(const std::vector<registry::AlikeEntry>& entries) {
  std::vector<std::string> names;
  for (const auto& entry : entries) names.push_back(entry.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("While a name is typed, what is like it is told with score, reasons and common words") {
  Searched region;
  region.add_named("Bank Sampah Induk", kSummary);
  region.add_named("Posyandu Remaja", "Layanan kesehatan remaja");
  const auto found = region.alike({{}, {}, "bank sampah induk", "Menabung sampah plastik"});
  REQUIRE(names(found) == Names{"Bank Sampah Induk"});
  CHECK(found[0].score.value == 1'000'000);
  CHECK(found[0].owner == "Dinas Uji");
  CHECK(found[0].status == catalogue::Status::kVerified);
  CHECK(found[0].reasons == Names{"same_name"});
  CHECK(found[0].words == Names{"bank", "sampah", "induk", "menabung", "plastik"});
  CHECK(region.alike({{}, {}, "Irigasi Tetes", ""}).empty());
  CHECK(region.alike({{}, {}, "", ""}).empty());
}

TEST_CASE("A kept entry is not like itself, and what is archived is like nothing") {
  Searched region;
  const auto own = region.add_named("Bank Sampah Induk", kSummary);
  region.add_named("Bank Sampah Induk", kSummary,
                   [](Innovation& entry) { entry.status = catalogue::Status::kArchived; });
  CHECK(region.alike({own, {}, "Bank Sampah Induk", kSummary}).empty());
}

TEST_CASE("Other regions are looked at too, unless that is not wanted") {
  Searched region;
  region.add_abroad("Bank Sampah Induk", kSummary);
  const PartialEntry typed{{}, {}, "Bank Sampah Induk", kSummary};
  const auto found = region.alike(typed);
  REQUIRE(found.size() == 1);
  CHECK(found[0].region == region.abroad);
  CHECK(region.alike(typed, {false, registry::kWorthALook, 10}).empty());
}

TEST_CASE("Drafts of others are not told of to whoever may not see them") {
  Searched region;
  const auto health = region.add_organisation("KES");
  region.add_named("Bank Sampah Induk", kSummary, [&](Innovation& entry) {
    entry.status = catalogue::Status::kDraft;
    entry.owner = health;
  });
  const PartialEntry typed{{}, {}, "Bank Sampah Induk", ""};
  const auto count = [&](const registry::Caller& caller) {
    return registry::alike_entries(region.environment, caller, region.region, typed).size();
  };
  CHECK(count(region.planner()) == 1);
  CHECK(count(region.contributor(health)) == 1);
  CHECK(count(region.contributor(region.add_organisation("DIK"))) == 0);
  CHECK(count(registry::Caller::anonymous()) == 0);
}

TEST_CASE("Questions beyond their bounds, or without an index, are refused") {
  Searched region;
  const std::string endless(registry::kLongestPartialText + 1, 'x');
  CHECK(refusals_of([&] {
          region.alike({{}, {}, endless, ""});
        }) == "/name duplicates.text_too_long");
  CHECK(refusals_of([&] {
          region.alike({{}, {}, "", endless});
        }) == "/summary duplicates.text_too_long");
  CHECK(refusals_of([&] { region.alike({}, {true, {}, 0}); }) == "/limit registry.bad_limit");
  region.environment.index = nullptr;
  CHECK(refusals_of([&] { region.alike({}); }) == " search.not_ready");
}

TEST_CASE("Pairs of the catalogue that may be the same are told, the likeliest first") {
  Searched region;
  const auto health = region.add_organisation("KES");
  const auto first = region.add_named("Bank Sampah Induk", kSummary);
  const auto second = region.add_named("Bank Sampah-Induk", kSummary,
                                       [&](Innovation& entry) { entry.owner = health; });
  region.add_named("Posyandu Remaja", "Layanan kesehatan remaja di posyandu");
  const auto other = region.add_abroad("Bank Sampah Induk", "");
  const auto find = [&](const registry::DuplicateOptions& options) {
    return registry::duplicate_pairs(region.environment, region.all, region.region, options);
  };
  const auto found = find({});
  REQUIRE(found.pairs.size() == 1);
  CHECK(found.compared == 3);
  CHECK(found.pairs[0].first.id == first);
  CHECK(found.pairs[0].second.id == second);
  CHECK(found.pairs[0].second.owner == "Dinas KES");
  CHECK(found.pairs[0].words.size() >= 3);
  const auto across = find({true, registry::kWorthALook, 50});
  CHECK(across.total == 3);
  CHECK(std::count_if(across.pairs.begin(), across.pairs.end(), [&](const auto& pair) {
          return pair.second.id == other && pair.first.region == region.region;
        }) == 2);
  CHECK(find({true, registry::kWorthALook, 1}).pairs.size() == 1);
  CHECK(find({true, registry::kWorthALook, 1}).total == 3);
  CHECK(registry::duplicate_pairs(region.environment, registry::Caller::anonymous(), region.region)
            .total == 1);
  CHECK(refusals_of([&] { find({false, {}, 0}); }) == "/limit registry.bad_limit");
}

TEST_CASE("Similar innovations of other regions come with their result and whom to ask") {
  Searched region;
  const auto ours = region.add_named("Bank Sampah Nagari", kSummary);
  region.add_named("Bank Sampah Nagari Dua", kSummary);
  catalogue::Organisation agency;
  agency.id = {region.environment.new_uuid()};
  agency.region = region.abroad;
  agency.code = "DLH";
  agency.name = "Dinas Lingkungan Hidup";
  catalogue::Person person;
  person.id = {region.environment.new_uuid()};
  person.region = region.abroad;
  person.name = "Ibu Siti";
  person.contact = "siti@oki.example";
  region.store.write({"tester"}, [&](store::Writer& writer) {
    writer.put(agency, "added");
    writer.put(person, "added");
  });
  region.add_abroad("Tabungan Sampah", "Sampah plastik ditabung warga di rumah",
                    [&](Innovation& entry) {
                      entry.owner = agency.id;
                      entry.proposer = catalogue::Proposer{{}, person.id, ""};
                      entry.benefit = "Sampah berkurang";
                      catalogue::Indicator vague;
                      vague.definition = "Nasabah";
                      catalogue::Indicator measured;
                      measured.definition = "Sampah";
                      measured.unit = "ton";
                      measured.baseline = "12";
                      measured.measured = {{*catalogue::PartialDate::parse("2023"), "9"},
                                           {*catalogue::PartialDate::parse("2024"), "7.5"}};
                      entry.indicators = {vague, measured};
                    });
  region.add_abroad("Posyandu Remaja", "Layanan kesehatan remaja");
  region.add_abroad("Menabung Sampah Rahasia", kSummary,
                    [](Innovation& entry) { entry.status = catalogue::Status::kDraft; });
  const auto find = [&](const registry::Caller& caller) {
    return registry::similar_elsewhere(region.environment, caller, ours);
  };
  CHECK(find(region.all).size() == 2);
  const auto found = find(region.contributor(region.add_organisation("KES")));
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "Tabungan Sampah");
  CHECK(found[0].region.code == region.abroad);
  CHECK(found[0].areas == Names{"health"});
  CHECK(found[0].words == Names{"sampah", "menabung", "plastik", "rumah"});
  CHECK(found[0].owner == "Dinas Lingkungan Hidup");
  CHECK(found[0].contact.empty());
  CHECK(found[0].benefit == "Sampah berkurang");
  REQUIRE(found[0].results.size() == 2);
  CHECK(found[0].results[0].measured == "7.5");
  CHECK(found[0].results[0].measured_on == "2024");
  CHECK(found[0].results[1].definition == "Nasabah");
  for (const auto& one : find(region.all)) {
    if (one.name == "Tabungan Sampah") CHECK(one.contact == "siti@oki.example");
  }
}

TEST_CASE("What nobody may see has nothing similar, and no more is told than asked for") {
  Searched region;
  const auto draft = region.add_named(
      "Bank Sampah", kSummary, [](Innovation& entry) { entry.status = catalogue::Status::kDraft; });
  const auto find = [&](const registry::Caller& caller, InnovationId id, std::size_t limit) {
    return registry::similar_elsewhere(region.environment, caller, id, limit);
  };
  CHECK(refusals_of([&] { find(registry::Caller::anonymous(), draft, 10); }) ==
        " innovation.not_found");
  CHECK(refusals_of([&] { find(region.all, {region.environment.new_uuid()}, 10); }) ==
        " innovation.not_found");
  CHECK(refusals_of([&] { find(region.all, draft, 0); }) == "/limit registry.bad_limit");
  for (int i = 0; i < 5; ++i) region.add_abroad("Bank Sampah " + std::to_string(i), kSummary);
  CHECK(find(region.all, draft, 3).size() == 3);
}
