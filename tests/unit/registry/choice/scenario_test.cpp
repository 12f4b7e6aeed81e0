#include "pilah/registry/choice/scenario.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::catalogue::Refusal;
using pilah::catalogue::RegionCode;
using pilah::catalogue::Status;

namespace {

const RegionCode kRegion = *RegionCode::parse("13.11");

Scenario read(const std::string& json) {
  return read_scenario(pilah::catalogue::parse_json(json).as_object(), kRegion);
}

/// "pointer kind" of each message of the refusal.
std::vector<std::string> wrong(const std::string& json) {
  try {
    read(json);
  } catch (const Refusal& refusal) {
    std::vector<std::string> all;
    for (const auto& message : refusal.messages()) {
      all.push_back(message.pointer + " " + message.kind);
      INFO(message.kind);
      CHECK(pilah::tests::sentences().knows(message.kind));
    }
    return all;
  }
  return {};
}

const std::string kRules = R"("rules": [{"plugin": "r"}])";

}  // namespace

TEST_CASE("What a scenario leaves out has defaults, and the defaults are written down") {
  const auto scenario = read("{" + kRules + "}");
  CHECK(scenario.name == "r");
  CHECK(scenario.region == kRegion);
  CHECK(scenario.statuses == std::vector{Status::kVerified});
  CHECK(scenario.entry_kinds == std::vector{pilah::catalogue::EntryKind::kExisting});
  CHECK_FALSE(scenario.count_min);
  CHECK(
      boost::json::serialize(scenario_json(scenario)) ==
      R"({"name":"r","region":"13.11","rules":[{"plugin":"r","parameters":{}}],"weights":{},)"
      R"("candidates":{"status":["verified"],"entry_kind":["existing"]},)"
      R"("values":"verified","unknown":{"budget":"ineligible"},"count":{},"limits":[],"bounds":[],"coverage":[],)"
      R"("relations":{},"include":[],"exclude":[]})");
}

TEST_CASE("An unknown duration or staff is not eligible where the scenario asks for them") {
  const auto asks = [](const std::string& more) {
    const auto scenario = read("{" + kRules + more + "}");
    std::string resources;
    for (const auto& [resource, means] : scenario.unknown) {
      CHECK_FALSE(means.assume);
      resources += resource + " ";
    }
    return resources;
  };
  CHECK(asks("") == "budget ");
  CHECK(asks(R"(, "candidates": {"max_duration_months": 24})") == "budget duration ");
  CHECK(asks(R"(, "limits": [{"resource": "staff", "max": 40}])") == "budget staff ");
  CHECK(asks(R"(, "unknown": {"staff": "ineligible"})") == "budget staff ");
}

TEST_CASE("A scenario with its defaults reads back as the same scenario") {
  const std::string json = R"({"name": "Delapan", "region": "13.11", "round": "Bimtek IV",
    "rules": [{"plugin": "r", "version": "1.0.0", "parameters": {"horizon": 12}}],
    "weights": {"r/x": 3, "r/y": {"weight": 0, "reason": "belum ada datanya", "by": "Bappeda"}},
    "candidates": {"status": ["submitted", "verified"], "entry_kind": ["existing", "idea"],
                   "max_duration_months": 24},
    "values": "claimed",
    "unknown": {"budget": {"assume": 5}, "duration": "ineligible", "r/x": {"assume": 500000}},
    "count": {"min": 8, "max": 8},
    "limits": [{"resource": "budget", "max": 12000000000}, {"resource": "staff"}],
    "bounds": [{"group": "dimension:*", "min": 1}, {"group": "rule:r/g", "min": 1, "max": 2}],
    "coverage": [{"groups": "area:*", "min": 6}],
    "relations": {"needs": "requires", "variant-of": "excludes"},
    "include": [{"id": "x", "reason": "janji bupati", "by": "Sekda"}],
    "exclude": [{"id": "y", "reason": "ditunda", "by": "DPRD"}]})";
  const auto written = scenario_json(read(json));
  CHECK(scenario_json(read_scenario(written, kRegion)) == written);
  CHECK(written.at("unknown").at("staff") == "ineligible");
  CHECK(written.at("values") == "claimed");
  CHECK(written.at("round") == "Bimtek IV");
  CHECK(written.at("include").at(0).at("by") == "Sekda");
  CHECK(written.at("weights").at("r/x") == 3);
  CHECK(written.at("weights").at("r/y").at("by") == "Bappeda");
}

TEST_CASE("Ids are compared in their canonical form") {
  const auto scenario = read("{" + kRules +
                             R"(, "include": [{"id": "0190b3c4-1111-7aaa-8bbb-0123456789ab",
                                  "reason": "x", "by": "y"}]})");
  CHECK(scenario.include.front().id == "0190b3c4-1111-7aaa-8bbb-0123456789ab");
}

TEST_CASE("What is wrong in a scenario is refused with its JSON pointer") {
  struct Case {
    const char* part;  // beside the rules
    const char* expected;
  };
  const std::vector<Case> cases = {
      {R"("rule": [])", "/rule json.unknown_key"},
      {R"("name": 3)", "/name json.wrong_type"},
      {R"("region": "16.02")", "/region choice.scenario.region_differs"},
      {R"("region": "1311")", "/region choice.scenario.region_differs"},
      {R"("weights": {"r/x": -1})", "/weights/r~1x json.out_of_range"},
      {R"("weights": {"r/x": 1.5})", "/weights/r~1x json.wrong_type"},
      {R"("weights": {"other/x": 1})", "/weights/other~1x choice.scenario.criterion_of_no_rule"},
      {R"("weights": {"r": 1})", "/weights/r choice.scenario.criterion_of_no_rule"},
      {R"("weights": {"r/": 1})", "/weights/r~1 choice.scenario.criterion_of_no_rule"},
      {R"("weights": [])", "/weights json.wrong_type"},
      {R"("weights": {"r/x": {"weight": 3, "by": "x"}})",
       "/weights/r~1x/reason choice.scenario.reason_missing"},
      {R"("weights": {"r/x": {"weight": 3, "reason": "x", "by": " "}})",
       "/weights/r~1x/by choice.scenario.by_missing"},
      {R"("weights": {"r/x": {"reason": "x", "by": "y"}})",
       "/weights/r~1x/weight choice.scenario.key_missing"},
      {R"("weights": {"r/x": {"weight": -1, "reason": "x", "by": "y"}})",
       "/weights/r~1x/weight json.out_of_range"},
      {R"("weights": {"r/x": {"weight": 3, "reason": "x", "by": "y", "on": "z"}})",
       "/weights/r~1x/on json.unknown_key"},
      {R"("weighting": {"rank": [["r/x"]], "by": "y"})",
       "/weighting/reason choice.scenario.reason_missing"},
      {R"("weighting": {"entropy": true, "reason": "x"})",
       "/weighting/by choice.scenario.by_missing"},
      {R"("candidates": {"statuses": []})", "/candidates/statuses json.unknown_key"},
      {R"("candidates": {"status": ["done"]})", "/candidates/status/0 json.unknown_word"},
      {R"("candidates": {"status": []})", "/candidates/status choice.scenario.list_empty"},
      {R"("candidates": {"status": ["archived"]})", "/candidates/status choice.scenario.archived"},
      {R"("candidates": {"entry_kind": "existing"})", "/candidates/entry_kind json.wrong_type"},
      {R"("candidates": {"max_duration_months": 0})",
       "/candidates/max_duration_months json.out_of_range"},
      {R"("unknown": {"cost": "ineligible"})", "/unknown/cost choice.scenario.unknown_of_nothing"},
      {R"("unknown": {"budget": "zero"})", "/unknown/budget json.unknown_word"},
      {R"("unknown": {"budget": {"assume": 0}})", "/unknown/budget/assume json.out_of_range"},
      {R"("unknown": {"budget": {}})", "/unknown/budget/assume choice.scenario.key_missing"},
      {R"("unknown": {"duration": {"assume": 601}})", "/unknown/duration/assume json.out_of_range"},
      {R"("unknown": {"r/x": {"assume": 1000001}})", "/unknown/r~1x/assume json.out_of_range"},
      {R"("count": {"min": 9, "max": 8})", "/count/min choice.scenario.min_above_max"},
      {R"("count": {"min": -1})", "/count/min json.out_of_range"},
      {R"("count": 8)", "/count json.wrong_type"},
      {R"("values": "proven")", "/values json.unknown_word"},
      {R"("values": true)", "/values json.wrong_type"},
      {R"("round": 4)", "/round json.wrong_type"},
      {R"("limits": [{"max": 3}])", "/limits/0/resource choice.scenario.key_missing"},
      {R"("limits": [{"resource": "time"}])",
       "/limits/0/resource choice.scenario.unknown_resource"},
      {R"("limits": [{"resource": "staff"}, {"resource": "staff"}])",
       "/limits/1/resource choice.scenario.resource_twice"},
      {R"("limits": [{"resource": "budget", "max": "12 M"}])", "/limits/0/max json.wrong_type"},
      {R"("bounds": [{"group": "smart-living", "min": 1}])",
       "/bounds/0/group choice.scenario.malformed_group"},
      {R"("bounds": [{"group": "dimension:", "min": 1}])",
       "/bounds/0/group choice.scenario.malformed_group"},
      {R"("bounds": [{"group": "opd:*", "min": 1}])",
       "/bounds/0/group choice.scenario.malformed_group"},
      {R"("bounds": [{"group": "area:*"}])", "/bounds/0 choice.scenario.bound_empty"},
      {R"("bounds": [{"group": "area:*", "min": 3, "max": 2}])",
       "/bounds/0/min choice.scenario.min_above_max"},
      {R"("coverage": [{"groups": "area:health", "min": 1}])",
       "/coverage/0/groups choice.scenario.not_a_family"},
      {R"("coverage": [{"groups": "area:*"}])", "/coverage/0/min choice.scenario.key_missing"},
      {R"("relations": {"likes": "requires"})", "/relations/likes json.unknown_word"},
      {R"("relations": {"needs": "wants"})", "/relations/needs json.unknown_word"},
      {R"("include": [{"id": "x", "by": "c"}])",
       "/include/0/reason choice.scenario.reason_missing"},
      {R"("include": [{"id": "x", "reason": "  ", "by": "c"}])",
       "/include/0/reason choice.scenario.reason_missing"},
      {R"("include": [{"id": "x", "reason": "a"}])", "/include/0/by choice.scenario.by_missing"},
      {R"("exclude": [{"id": "x", "reason": "a", "by": ""}])",
       "/exclude/0/by choice.scenario.by_missing"},
      {R"("exclude": [{"reason": "x"}])", "/exclude/0/id choice.scenario.key_missing"},
      {R"("include": [{"id": "x", "reason": "a", "by": "c"}, {"id": "x", "reason": "b", "by": "c"}])",
       "/include/1/id choice.scenario.id_twice"},
      {R"("include": [{"id": "x", "reason": "a", "by": "c"}],
          "exclude": [{"id": "x", "reason": "b", "by": "c"}])",
       "/exclude/0/id choice.scenario.in_and_out"},
  };
  for (const auto& c : cases) {
    INFO(c.part);
    CHECK(wrong("{" + kRules + ", " + c.part + "}") == std::vector<std::string>{c.expected});
  }
}

TEST_CASE("A scenario without a rule, or with one rule twice, is refused") {
  using List = std::vector<std::string>;
  CHECK(wrong("{}") == List{"/rules choice.scenario.rules_missing"});
  CHECK(wrong(R"({"rules": []})") == List{"/rules choice.scenario.rules_missing"});
  CHECK(wrong(R"({"rules": [{}]})") == List{"/rules/0/plugin choice.scenario.key_missing"});
  CHECK(wrong(R"({"rules": [{"plugin": "r"}, {"plugin": "r"}]})") ==
        List{"/rules/1/plugin choice.scenario.rule_twice"});
  CHECK(wrong(R"({"rules": [{"plugin": "r", "parameter": {}}]})") ==
        List{"/rules/0/parameter json.unknown_key"});
}

TEST_CASE("Everything that is wrong is told at once") {
  CHECK(wrong(R"({"rules": [], "count": {"min": 3, "max": 1}, "bounds": [{"group": "x"}, {}]})")
            .size() == 5);
}

TEST_CASE("A text or a list beyond its bound is refused") {
  const std::string longest(2000, 'a');
  CHECK(wrong("{" + kRules + R"(, "name": ")" + longest + "\"}").empty());
  CHECK(wrong("{" + kRules + R"(, "name": ")" + longest + "a\"}") ==
        std::vector<std::string>{"/name choice.scenario.text_too_long"});
  std::string bounds;
  for (int i = 0; i < 10'001; ++i) bounds += R"({"group": "area:*", "max": 9},)";
  bounds.pop_back();
  CHECK(wrong("{" + kRules + R"(, "bounds": [)" + bounds + "]}") ==
        std::vector<std::string>{"/bounds choice.scenario.too_many"});
}

TEST_CASE("A group is a kind and a key, a family a kind and a star") {
  CHECK(group_prefix("dimension:smart-living") == "dimension");
  CHECK(group_key("village:a:b") == "a:b");
  CHECK(group_prefix("dimension").empty());
  CHECK(is_group_family("area:*"));
  CHECK_FALSE(is_group_family("area:**"));
}
