#include "pilah/registry/intake/import_plans.hpp"

#include "imports.hpp"
#include "pilah/catalogue/plan.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

namespace {

using namespace pilah;
using namespace pilah::tests;

const auto kBogor = *catalogue::RegionCode::parse("32.71");

const char* const kPlans = R"({"source": "x", "plans": [
  {"kind": "rpjmd", "name": "RPJMD 2019-2024", "period": [2019, 2024], "edition": 1, "items": [
    {"code": "2.11.11", "level": "programme", "name": "Program Pengelolaan Persampahan"},
    {"code": "2.15.02", "level": "programme", "name": "Program Lalu Lintas"}]},
  {"kind": "renstra", "organisation": "dishub", "name": "Renstra Dishub", "period": [2019, 2024],
   "edition": 1, "items": [{"code": "2.15.02.2.01", "level": "activity", "name": "Uji Kendaraan"}]}]})";

std::string refused(Imports& imports, const std::string& json) {
  try {
    registry::import_plans(imports.environment, insider(), kBogor, json);
    return "";
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind + " " + refusal.messages().front().pointer;
  }
}

}  // namespace

TEST_CASE("links that name an item are resolved, whichever came first") {
  Imports imports;
  imports.import(
      "id,opd,nama inovasi,rpjmd,renstra\n"
      "1,dishub,Satu,2.11.11 Program Sampah,uji kendaraan\n"
      "2,dishub,Dua,Program Lain,\n");
  CHECK_FALSE(imports.innovation("Satu").plan_links.at(0).item);
  const auto report = registry::import_plans(imports.environment, insider(), kBogor, kPlans);
  CHECK(report.plans_added == 2);
  CHECK(report.items == 3);
  CHECK(report.links_resolved == 2);
  CHECK(imports.innovation("Satu").plan_links.at(0).item);
  CHECK(imports.innovation("Satu").plan_links.at(1).item);
  CHECK_FALSE(imports.innovation("Dua").plan_links.at(0).item);

  imports.import("id,opd,nama inovasi,rpjmd\n3,dishub,Tiga,Program Lalu Lintas\n", {}, "b.csv");
  CHECK(imports.innovation("Tiga").plan_links.at(0).item);
  // A list that comes again after the plans is still the same list.
  CHECK(imports
            .import("id,opd,nama inovasi,rpjmd,renstra\n"
                    "1,dishub,Satu,2.11.11 Program Sampah,uji kendaraan\n"
                    "2,dishub,Dua,Program Lain,\n")
            .fates() == "==");
}

TEST_CASE("plans imported again change nothing, new items join, known ones keep their ids") {
  Imports imports;
  imports.import("opd,nama inovasi\ndishub,Satu\n");
  registry::import_plans(imports.environment, insider(), kBogor, kPlans);
  const auto again = registry::import_plans(imports.environment, insider(), kBogor, kPlans);
  CHECK(again.plans_added == 0);
  CHECK(again.plans_unchanged == 2);
  const auto changed = registry::import_plans(imports.environment, insider(), kBogor,
                                              R"({"plans": [{"kind": "rpjmd",
    "name": "RPJMD 2019-2024", "period": [2019, 2024], "edition": 1, "items": [
      {"code": "2.11.11", "level": "programme", "name": "Program Sampah"},
      {"code": "9", "level": "goal", "name": "Baru"}]}]})");
  CHECK(changed.plans_updated == 1);
  imports.store.read([](store::Reader& reader) {
    for (const auto& stored : reader.all<catalogue::Plan>(kBogor)) {
      if (stored.record.kind != catalogue::PlanKind::kRpjmd) continue;
      CHECK(stored.record.items.size() == 3);
      CHECK(stored.record.items.at(0).name == "Program Sampah");
    }
  });
}

TEST_CASE("a later edition keeps the ids of its items, so that links to them go on") {
  Imports imports;
  imports.import("id,opd,nama inovasi,rpjmd\n1,dishub,Satu,2.15.02\n");
  registry::import_plans(imports.environment, insider(), kBogor, kPlans);
  const auto linked = imports.innovation("Satu").plan_links.at(0).item;
  REQUIRE(linked);
  const auto report =
      registry::import_plans(imports.environment, insider(), kBogor, R"({"plans": [{"kind": "rpjmd",
    "name": "RPJMD Perubahan", "period": [2019, 2024], "edition": 2, "items": [
      {"code": "2.15.02", "level": "programme", "name": "Program Angkutan"},
      {"code": "3", "level": "programme", "name": "Baru"}]}]})");
  CHECK(report.plans_added == 1);
  imports.store.read([&](store::Reader& reader) {
    for (const auto& stored : reader.all<catalogue::Plan>(kBogor)) {
      if (stored.record.edition != 2) continue;
      CHECK(stored.record.items.at(0).id == linked);
      CHECK(stored.record.items.at(1).id != linked);
    }
  });
}

TEST_CASE("an edition that would orphan links is refused, and nothing is changed") {
  Imports imports;
  imports.import("id,opd,nama inovasi,rpjmd\n1,dishub,Satu,2.15.02\n");
  registry::import_plans(imports.environment, insider(), kBogor, kPlans);
  const std::string without = R"({"plans": [
    {"kind": "renstra", "organisation": "dishub", "name": "Baru", "period": [2025, 2029],
     "items": []},
    {"kind": "rpjmd", "name": "RPJMD 2019-2024", "period": [2019, 2024], "edition": 2,
     "items": [{"code": "2.11.11", "level": "programme", "name": "Program Sampah"}]}]})";
  const auto plans = [&] {
    std::size_t count = 0;
    imports.store.read(
        [&](store::Reader& reader) { count = reader.all<catalogue::Plan>(kBogor).size(); });
    return count;
  };
  CHECK(refused(imports, without) == "plan.orphans /plans/1/items");
  CHECK(plans() == 2);
  // What nobody links to may go.
  CHECK(refused(imports, R"({"plans": [{"kind": "rpjmd", "name": "RPJMD 2019-2024",
    "period": [2019, 2024], "edition": 2, "items": [
      {"code": "2.15.02", "level": "programme", "name": "Program Lalu Lintas"}]}]})")
            .empty());
  CHECK(plans() == 3);
}

TEST_CASE("a document that is no plan is refused with its place") {
  Imports imports;
  CHECK(refused(imports, "[]") == "json.wrong_type ");
  CHECK(refused(imports, R"({"plan": []})") == "json.unknown_key /plan");
  CHECK(refused(imports, R"({"plans": [{"kind": "rpjmd"}]})") ==
        "plan.member_missing /plans/0/name");
  const std::string head = R"({"plans": [{"kind": "renstra", "name": "x", "period": )";
  CHECK(refused(imports, head + R"([2024, 2019], "items": []}]})") ==
        "plan.period /plans/0/period");
  CHECK(refused(imports, head + R"([2019], "items": []}]})") == "plan.period /plans/0/period");
  CHECK(refused(imports, head + R"([2019, 2024], "organisation": "y", "items": []}]})") ==
        "plan.organisation_unknown /plans/0/organisation");
  CHECK(refused(imports, head + R"([2019, 2024], "items": [{"level": "x", "name": "y"}]}]})") ==
        "json.unknown_word /plans/0/items/0/level");
  CHECK(imports.store.writes() == 1);
}
