// Whole selections: store, rules in their processes, problem, proof, record.
#include "pilah/registry/choice/selections.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <variant>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/documents/selection.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/selection/solve.hpp"
#include "sample_region.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using pilah::registry::SelectionEntry;
using pilah::tests::SampleRegion;
using List = std::vector<std::string>;
namespace json = boost::json;

namespace {

std::string file(const std::string& path) {
  std::ifstream stream(PILAH_SOURCE "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const json::object& chosen_of(const SelectionEntry& entry, std::size_t index) {
  return entry.selection.result.at("candidates").at(index).as_object();
}

const std::string kNational =
    R"({"rules": [{"plugin": "quick-win-national"}], "count": {"max": 2}})";

}  // namespace

TEST_CASE("Solok Selatan's rules pick exactly eight, two per agency at most, every dimension") {
  SampleRegion region;
  region.import_sample();
  const auto entry = region.select(file("plugins/rules/solok_selatan/scenario.json"));
  const auto& result = entry.selection.result;
  CHECK(result.at("status") == "optimal");
  REQUIRE(result.at("selected").as_array().size() == 8);
  std::set<std::string> dimensions;
  std::map<std::string, int> owners;
  for (std::size_t i = 0; i < 8; ++i) {
    const auto& one = chosen_of(entry, i);
    CHECK(one.at("chosen") == true);
    CHECK(one.at("criteria").as_array().size() == 7);
    REQUIRE_FALSE(one.at("reasons").as_array().empty());
    dimensions.insert(std::string(one.at("dimension").as_string()));
    ++owners[std::string(one.at("owner").at("code").as_string())];
  }
  CHECK(dimensions.size() == 6);
  for (const auto& [owner, count] : owners) {
    INFO(owner);
    CHECK(count <= 2);
  }
  REQUIRE(entry.selection.plugins.size() == 1);
  CHECK(entry.selection.plugins.front().id == "solok-selatan");
  CHECK(entry.selection.plugins.front().digest.size() == 64);
  for (const auto& one : result.at("candidates").as_array()) {
    INFO(one.at("name").as_string());
    CHECK_FALSE(one.at("reasons").as_array().empty());
  }
}

TEST_CASE("The problem that a selection keeps solves by itself to the same set") {
  SampleRegion region;
  region.import_sample();
  const auto entry = region.select(file("plugins/rules/solok_selatan/scenario.json"));
  const auto read = pilah::selection::read_problem(json::serialize(entry.selection.problem));
  REQUIRE(std::holds_alternative<pilah::selection::Problem>(read));
  const auto& problem = std::get<pilah::selection::Problem>(read);
  const auto answer = pilah::selection::solve(problem);
  json::array selected;
  for (const auto at : answer.best.front().positions) {
    selected.push_back(json::string(std::string(problem.id(at))));
  }
  CHECK(entry.selection.result.at("selected") == selected);
  CHECK(entry.selection.result.at("bound") == *answer.bound);
}

TEST_CASE("The same inputs give the same bytes of scenario, problem and result") {
  SampleRegion region;
  region.import_sample();
  const std::string scenario = file("plugins/rules/solok_selatan/scenario.json");
  const auto first = region.select(scenario).selection;
  const auto second = region.select(scenario).selection;
  CHECK(json::serialize(first.scenario) == json::serialize(second.scenario));
  CHECK(json::serialize(first.problem) == json::serialize(second.problem));
  CHECK(json::serialize(first.result) == json::serialize(second.result));
  CHECK(first.id != second.id);
  CHECK(region.selections() == 2);
}

TEST_CASE("What a selection keeps can be run again: versions, parameters and weights filled in") {
  SampleRegion region;
  region.add("a");
  const auto first = region.select(kNational).selection;
  CHECK(first.scenario.at("rules").at(0).at("version") == "1.0.0");
  CHECK(first.scenario.at("rules").at(0).at("parameters").at("horizon_months") == 12);
  CHECK(first.scenario.at("weights").as_object().size() == 9);
  CHECK(first.as_of == "2026-11-23");
  const auto second = region.select(json::serialize(first.scenario)).selection;
  CHECK(second.scenario == first.scenario);
  CHECK(second.problem == first.problem);
}

TEST_CASE("A day that is none is refused, a day given is kept") {
  SampleRegion region;
  region.add("a");
  CHECK(region.refused(kNational, "2026-13-01") == List{"/as_of choice.as_of_malformed"});
  CHECK(region.refused(kNational, "2026-11") == List{"/as_of choice.as_of_malformed"});
  CHECK(region.select(kNational, "2025-02-28").selection.as_of == "2025-02-28");
}

TEST_CASE("All rules must say eligible, and the weights of all of them count") {
  SampleRegion region;
  region.add("both");
  region.add("late", [](auto& entry) { entry.duration = pilah::catalogue::Months{14}; });
  region.add("unlinked", [](auto& entry) { entry.plan_links.clear(); });
  const auto entry = region.select(
      R"({"rules": [{"plugin": "quick-win-national"}, {"plugin": "solok-selatan"}]})");
  CHECK(entry.selection.result.at("selected").as_array().size() == 1);
  CHECK(chosen_of(entry, 0).at("name") == "both");
  CHECK(chosen_of(entry, 0).at("criteria").as_array().size() == 16);
  for (std::size_t i = 1; i < 3; ++i) {
    CHECK(chosen_of(entry, i).at("reasons").at(0).at("kind") == "choice.not_eligible.rule");
  }
  CHECK(entry.selection.plugins.size() == 2);
}

TEST_CASE("A rule that crashes or hangs is told with how it ended, and nothing is stored") {
  SampleRegion region(PILAH_MISBEHAVING_FOLDER);
  region.add("a");
  CHECK(region.refused(R"({"rules": [{"plugin": "aborts"}]})") ==
        List{"/rules/0 plugin.killed_by_signal", "/rules/0 plugin.of_candidate"});
  CHECK(region.refused(R"({"rules": [{"plugin": "loops-in-create"}]})") ==
        List{"/rules/0 plugin.timed_out"});
  CHECK(region.selections() == 0);
}

TEST_CASE("A rule that dies only of what is asked about costs the ways in, not the selection") {
  SampleRegion region(PILAH_MISBEHAVING_FOLDER);
  region.add("short");
  region.add("long", [](auto& entry) { entry.duration = pilah::catalogue::Months{14}; });
  const auto entry = region.select(
      R"({"rules": [{"plugin": "dies-of-a-change", "parameters": {"horizon": 20}}],
          "count": {"max": 1}})");
  CHECK(entry.selection.result.at("status") == "optimal");
  const auto& out = chosen_of(entry, 1);
  CHECK(out.at("name") == "long");
  CHECK(out.at("reasons").at(0).at("kind") == "choice.out.lacks");
  CHECK(out.at("reasons").at(1).at("kind") == "choice.out.lift");
  CHECK_FALSE(out.contains("way_in"));
  const auto document = pilah::registry::selection_document(entry, pilah::tests::sentences());
  CHECK(document.at("notes").at(0).at("text").at("en").as_string().starts_with(
      "The rules could not be asked for ways in: Plugin dies-of-a-change was killed by signal 6"));
  CHECK(region.selections() == 1);
}

TEST_CASE("Solok Selatan's rules, asked again, say what would make a candidate eligible") {
  SampleRegion region;
  region.add("both");
  region.add("unlinked", [](auto& entry) { entry.plan_links.clear(); });
  region.add("half", [](auto& entry) {
    entry.plan_links.pop_back();
    entry.benefit = "banyak";
    entry.target_group = "semua";
  });
  const auto entry =
      region.select(R"({"rules": [{"plugin": "solok-selatan"}], "count": {"max": 1}})");
  const auto document = pilah::registry::selection_document(entry, pilah::tests::sentences());
  std::map<std::string, json::object> told;
  for (const auto& one : document.at("candidates").as_array()) {
    told[std::string(one.at("name").as_string())] = one.as_object();
  }
  CHECK(told.at("half").at("reasons").at(1).at("text").at("id") ==
        "cara termurah agar memenuhi syarat dan terpilih: tautkan ke Renstra");
  CHECK(told.at("half").at("way_in").at("changes").at(0).at("text").at("en") ==
        "link it to a Renstra");
  CHECK(told.at("unlinked").at("way_in").at("changes").as_array().size() == 2);
  CHECK(told.at("unlinked").at("way_in").at("outcome") == "eligible");
}

TEST_CASE("A scenario that nothing satisfies is stored with its conflict") {
  SampleRegion region;
  region.add("a");
  const auto entry =
      region.select(R"({"rules": [{"plugin": "solok-selatan"}], "count": {"min": 2}})");
  CHECK(entry.selection.result.at("status") == "infeasible");
  CHECK(entry.selection.result.at("selected").is_null());
  CHECK(entry.selection.result.at("conflict").as_array().size() == 1);
  CHECK(region.selections() == 1);
}

TEST_CASE("A region without innovations stores no selection and says what to do") {
  SampleRegion region;
  CHECK(region.refused(kNational) == List{" choice.no_innovations"});
  CHECK(region.selections() == 0);
}

TEST_CASE("A selection is read again as it was stored, an unknown one is not found") {
  SampleRegion region;
  region.add("a");
  const auto made = region.select(kNational);
  const auto read = pilah::registry::selection(region.environment, pilah::tests::insider(),
                                               region.region, made.selection.id);
  CHECK(read.selection == made.selection);
  CHECK(read.revision == made.revision);
  CHECK_THROWS_AS(
      pilah::registry::selection(region.environment, pilah::tests::insider(), region.region, {}),
      pilah::catalogue::Refusal);
  region.select(kNational);
  const auto all =
      pilah::registry::selections(region.environment, pilah::tests::insider(), region.region);
  REQUIRE(all.size() == 2);
  CHECK(all[1].selection.id == made.selection.id);
}

TEST_CASE("The document of a selection has every number behind its sentences") {
  SampleRegion region;
  region.add("a");
  region.add("b", [](auto& entry) { entry.budgets.clear(); });
  const auto entry = region.select(kNational);
  const auto document = pilah::registry::selection_document(entry, pilah::tests::sentences());
  for (const char* key : {"id", "selected", "score", "bound", "status", "uses", "optimal_sets",
                          "candidates", "conflict", "plugins", "scenario", "problem"}) {
    INFO(key);
    CHECK(document.contains(key));
  }
  const auto& first = document.at("candidates").at(0).as_object();
  const auto& criterion = first.at("criteria").at(0).as_object();
  CHECK(criterion.at("rule") == "quick-win-national");
  CHECK(criterion.at("criterion") == "speed");
  CHECK(criterion.at("title").at("en") == "Soon done");
  CHECK(criterion.at("weight") == 3);
  CHECK(criterion.at("text").at("id") == "durasi 8 dari 12 bulan");
  CHECK(criterion.at("text").at("en") == "duration 8 of 12 months");
  const auto& out = document.at("candidates").at(1).at("reasons").at(0).as_object();
  CHECK(out.at("text").at("en") == "not eligible: its cost is unknown");
  CHECK(out.at("text").at("id") == "tidak memenuhi syarat: biayanya belum diketahui");
  CHECK(document.at("names").at("smart-living").at("en") == "Smart Living");
}
