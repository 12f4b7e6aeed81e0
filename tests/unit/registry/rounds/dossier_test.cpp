#include "pilah/registry/rounds/dossier.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/registry/choice/region_needs.hpp"
#include "region_of_rounds.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah;
using catalogue::RoundId;
using catalogue::StepState;
using registry::DossierEntry;
using tests::refusals_of;
using tests::RegionOfRounds;

namespace {

/// Its region has two steps of its own; today is 2024-06-15.
struct Described : RegionOfRounds {
  const catalogue::RegionSteps steps = catalogue::RegionSteps::read(
      R"({"regions": {"*": [], "13.11": [
           {"key": "team", "name": {"id": "Membentuk tim", "en": "Set up the team"}},
           {"key": "roadmap", "name": {"id": "Peta jalan", "en": "Roadmap"}}]}})");
  RoundId first;

  Described() {
    environment.steps = &steps;
    environment.today = [] { return std::string("2024-06-15"); };
    first = opened("Bimtek I").round.id;
  }
  DossierEntry now(RoundId id) { return registry::dossier(environment, by, region, id); }
  DossierEntry change(RoundId id, const char* patch) {
    return registry::change_dossier(environment, by, region, id,
                                    boost::json::parse(patch).as_object(), now(id).revision);
  }
  std::string refused(const char* patch) {
    return refusals_of([&] { change(first, patch); });
  }
  std::string refused_step(const catalogue::StepProgress& progress) {
    return refusals_of([&] { registry::record_step(environment, by, region, first, progress); });
  }
};

constexpr const char* kWhole = R"({
  "figures": [{"name": "Penduduk", "value": "182.077,5", "unit": "jiwa", "source": "BPS",
               "year": 2023}],
  "needs": [{"dimension": "smart-living", "area": "health", "text": "Ibu melahirkan selamat",
             "weight": 90, "reason": "Angka kematian ibu tertinggi"},
            {"kind": "challenge", "dimension": "smart-economy", "text": "Kopi dijual mentah",
             "weight": 40, "reason": "Harga jatuh"}],
  "readiness": [{"part": "struktur", "step": 2, "note": "Anggaran terbatas"}],
  "swot": [{"side": "strength", "part": "struktur", "text": "Perangkat daerah aktif"}],
  "vision": "Maju dan sejahtera", "missions": ["Pelayanan dekat"], "policies": ["Satu data"]})";

}  // namespace

TEST_CASE("A dossier holds figures, needs, readiness, SWOT and the region's direction") {
  Described region;
  CHECK(region.now(region.first).revision == 0);
  const auto entry = region.change(region.first, kWhole);
  CHECK(entry.round == "Bimtek I");
  REQUIRE(entry.dossier.figures.size() == 1);
  CHECK(entry.dossier.figures[0].value == "182077.5");
  REQUIRE(entry.dossier.needs.size() == 2);
  CHECK(entry.dossier.needs[1].kind == catalogue::NeedKind::kChallenge);
  CHECK(entry.dossier.readiness[0].step == catalogue::Step{2});
  CHECK(entry.dossier.missions == std::vector<std::string>{"Pelayanan dekat"});
  const auto changed = region.change(region.first, R"({"vision": null})");
  CHECK(changed.dossier.vision.empty());
  CHECK(changed.dossier.needs == entry.dossier.needs);
}

TEST_CASE("A wrong dossier is refused with all that is wrong, each in its place") {
  Described region;
  CHECK(region.refused(R"({"figures": [{"name": "Penduduk", "value": "banyak"}]})") ==
        "/figures/0/source dossier.bad_text\n/figures/0/year dossier.bad_year\n"
        "/figures/0/value dossier.no_number");
  CHECK(region.refused(R"({"figures": [{"name": "Luas", "value": "1.234", "source": "BPS",
                                        "year": 2023}]})") == "/figures/0/value dossier.no_number");
  CHECK(region.refused(R"({"needs": [{"dimension": "smart", "text": "x", "reason": "y",
                                      "weight": 0}]})") ==
        "/needs/0/dimension innovation.unknown_dimension\n/needs/0/weight dossier.bad_weight");
  CHECK(region.refused(R"({"needs": [{"dimension": "smart-living", "area": "waste", "text": "x",
                                      "reason": "", "weight": 101}]})") ==
        "/needs/0/reason dossier.bad_text\n/needs/0/area dossier.other_area\n"
        "/needs/0/weight dossier.bad_weight");
  CHECK(region.refused(R"({"readiness": [{"part": "struktur", "step": 5},
                                         {"part": "struktur"}]})") ==
        "/readiness/0/step dossier.bad_step\n/readiness/1/part dossier.part_twice");
  CHECK(region.refused(R"({"swot": [{"text": ""}], "missions": [""]})") ==
        "/swot/0/text dossier.bad_text\n/missions/0 dossier.bad_text");
  CHECK(region.now(region.first).revision == 0);
}

TEST_CASE("The board has the region's own steps, in their order") {
  Described region;
  const auto board = region.now(region.first).board;
  REQUIRE(board.size() == 2);
  CHECK(board[0].step.key == "team");
  CHECK(board[0].progress.state == StepState::kNotBegun);
  CHECK(board[1].step.name.english == "Roadmap");
}

TEST_CASE("A step has a state, an owner, a due date and a document, and may be late") {
  Described region;
  const auto record = [&](StepState state, const char* due, const std::string& document) {
    return registry::record_step(
               region.environment, region.by, region.region, region.first,
               {"roadmap", state, region.agency, catalogue::PartialDate::parse(due), document})
        .board[1];
  };
  const auto under_way = record(StepState::kUnderWay, "2024-06-14", "");
  CHECK(under_way.owner == "Dinas KES");
  CHECK(under_way.is_late);
  CHECK_FALSE(record(StepState::kUnderWay, "2024-06-15", "").is_late);
  CHECK_FALSE(record(StepState::kUnderWay, "2024-06", "").is_late);
  CHECK(record(StepState::kUnderWay, "2024-05", "").is_late);
  CHECK(record(StepState::kUnderWay, "2023", "").is_late);
  CHECK_FALSE(record(StepState::kDone, "2023", "Perbup 3/2024").is_late);
  CHECK(region.now(region.first).dossier.steps.size() == 1);
}

TEST_CASE("A step that the region has not, or that is done without a document, is refused") {
  Described region;
  CHECK(region.refused_step({"socialisation", StepState::kUnderWay, {}, {}, ""}) ==
        "/step dossier.no_such_step");
  CHECK(region.refused_step({"team", StepState::kDone, {}, {}, ""}) ==
        "/document dossier.done_without_document");
  CHECK(region.now(region.first).revision == 0);
}

TEST_CASE("A patch leaves the steps alone") {
  Described region;
  registry::record_step(region.environment, region.by, region.region, region.first,
                        {"team", StepState::kUnderWay, {}, {}, ""});
  const auto entry = region.change(region.first, R"({"vision": "Maju", "steps": []})");
  CHECK(entry.board[0].progress.state == StepState::kUnderWay);
}

TEST_CASE("A round begins with the dossier of the round before it, until it has its own") {
  Described region;
  region.change(region.first, kWhole);
  auto next = region.planned("Bimtek II");
  next.follows = region.first;
  const auto second = region.plan(next).round.id;
  const auto inherited = region.now(second);
  CHECK(inherited.inherited == "Bimtek I");
  CHECK(inherited.revision == 0);
  CHECK(inherited.dossier.vision == "Maju dan sejahtera");
  const auto own = region.change(second, R"({"vision": "Tangguh"})");
  CHECK(own.inherited.empty());
  CHECK(own.dossier.needs.size() == 2);
  CHECK(region.now(region.first).dossier.vision == "Maju dan sejahtera");
  const auto carried =
      registry::carry_over(region.environment, region.by, region.region, second, "Bimtek II 2025");
  CHECK(region.now(carried.round.id).dossier.vision == "Tangguh");
}

TEST_CASE("The dossier of a closed round stays as it is") {
  Described region;
  region.change(region.first, kWhole);
  registry::close_round(region.environment, region.by, region.step(region.first));
  CHECK(region.refused(R"({"vision": "Lain"})") == " round.is_closed");
  CHECK(region.refused_step({"team", StepState::kUnderWay, {}, {}, ""}) == " round.is_closed");
}

TEST_CASE("Who works in the region reads a dossier, planner and administrator write it") {
  Described region;
  const auto insider = region.contributor(region.agency);
  CHECK(registry::dossier(region.environment, insider, region.region, region.first).round ==
        "Bimtek I");
  CHECK(refusals_of([&] {
          registry::dossier(region.environment, registry::Caller::anonymous(), region.region,
                            region.first);
        }) == " rights.read_internal");
  CHECK(refusals_of([&] {
          registry::change_dossier(region.environment, insider, region.region, region.first, {}, 0);
        }) == " rights.choose");
  CHECK(refusals_of([&] {
          registry::record_step(region.environment, insider, region.region, region.first,
                                {"team", StepState::kUnderWay, {}, {}, ""});
        }) == " rights.choose");
}

TEST_CASE("A change from an older revision, or of a round that is none, is refused") {
  Described region;
  region.change(region.first, kWhole);
  CHECK(refusals_of([&] {
          registry::change_dossier(region.environment, region.by, region.region, region.first,
                                   {{"vision", "Lain"}}, 0);
        }) == " dossier.changed_since");
  CHECK(refusals_of([&] { region.now({region.environment.new_uuid()}); }) == " round.not_found");
}

TEST_CASE("The shipped steps: Buleleng has ten of its own, others share theirs") {
  const auto steps = catalogue::RegionSteps::read(tests::registry_data("region_steps.json"));
  const auto of = [&](const char* code) { return steps.of(*catalogue::RegionCode::parse(code)); };
  const auto buleleng = of("51.08");
  REQUIRE(buleleng.size() == 10);
  CHECK(buleleng.front().key == "team");
  CHECK(buleleng.back().name.english == "Make it known");
  CHECK(of("32.71").front().key == of("33.74").front().key);
}

TEST_CASE("Steps in another shape, of no region or given twice are refused") {
  const auto read = [](const char* json) { catalogue::RegionSteps::read(json); };
  CHECK_THROWS_AS(read("{}"), std::invalid_argument);
  CHECK_THROWS_AS(read("["), std::invalid_argument);
  CHECK_THROWS_AS(read(R"({"regions": {"Buleleng": []}})"), std::invalid_argument);
  CHECK_THROWS_AS(read(R"({"regions": {"*": [{"key": "a", "name": {"id": "a", "en": "a"}},
                                             {"key": "a", "name": {"id": "b", "en": "b"}}]}})"),
                  std::invalid_argument);
}

TEST_CASE("Rules see the needs of the round's dossier, without a round of the one changed last") {
  Described region;
  const auto needs = [&](const std::optional<catalogue::Round>& round) {
    registry::RegionNeeds read;
    region.store.read(
        [&](store::Reader& reader) { read = registry::read_needs(reader, region.region, round); });
    return read;
  };
  CHECK_FALSE(needs({}).round());
  CHECK_FALSE(needs({}).of_dimension("smart-living"));
  region.change(region.first, kWhole);
  CHECK(needs({}).round_name() == "Bimtek I");
  CHECK(*needs({}).of_dimension("smart-living") == 90.0 / 130);
  CHECK(*needs({}).of_area("health") == 90.0 / 130);
  CHECK_FALSE(needs({}).of_area("industry"));
  auto next = region.planned("Bimtek II");
  next.follows = region.first;
  next = region.plan(next).round;
  // It begins with the dossier of the round that it follows.
  CHECK(*needs(next).of_dimension("smart-economy") == 40.0 / 130);
  region.change(next.id, R"({"needs": [{"dimension": "smart-society", "text": "Guru",
      "weight": 10, "reason": "Kurang"}]})");
  CHECK(*needs(next).of_dimension("smart-society") == 1.0);
  CHECK_FALSE(needs(next).of_dimension("smart-living"));
  CHECK(needs({}).round_name() == "Bimtek II");
  region.change(region.first, R"({"vision": "Maju"})");
  CHECK(needs({}).round_name() == "Bimtek I");
}
