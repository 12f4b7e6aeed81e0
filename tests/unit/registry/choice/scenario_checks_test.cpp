// What a scenario names must be there: rules, criteria, organisations, entries.
#include "pilah/catalogue/json.hpp"
#include "sample_region.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using pilah::tests::SampleRegion;
using List = std::vector<std::string>;

TEST_CASE("A scenario that names what is not there is refused with its pointer, nothing stored") {
  SampleRegion region;
  region.add("a");
  const std::string absent = "01900000-0000-7000-8000-00000000ffff";
  const std::string solok = R"("rules": [{"plugin": "solok-selatan"}], )";
  struct Case {
    std::string scenario;
    const char* expected;
  };
  const std::vector<Case> cases = {
      {R"("rules": [{"plugin": "solok"}])", "/rules/0/plugin choice.rule_not_installed"},
      {R"("rules": [{"plugin": "solok-selatan", "version": "9.0.0"}])",
       "/rules/0/version choice.rule_version_not_installed"},
      {R"("rules": [{"plugin": "table"}])", "/rules/0/plugin choice.scenario.not_a_rule"},
      {R"("rules": [{"plugin": "solok-selatan", "parameters": {"horizon_months": 2}}])",
       "/rules/0/parameters/horizon_months choice.scenario.parameter"},
      {R"("rules": [{"plugin": "solok-selatan", "parameters": {"horizon": 12}}])",
       "/rules/0/parameters/horizon choice.scenario.parameter"},
      {solok + R"("weights": {"solok-selatan/speed": 1})",
       "/weights/solok-selatan~1speed choice.scenario.unknown_criterion"},
      {solok + R"("unknown": {"solok-selatan/speed": "ineligible"})",
       "/unknown/solok-selatan~1speed choice.scenario.unknown_criterion"},
      {solok + R"("bounds": [{"group": "dimension:smart-people", "min": 1}])",
       "/bounds/0/group choice.scenario.unknown_dimension"},
      {solok + R"("bounds": [{"group": "area:hospital", "min": 1}])",
       "/bounds/0/group choice.scenario.unknown_area"},
      {solok + R"("bounds": [{"group": "organisation:DINKES", "min": 1}])",
       "/bounds/0/group choice.scenario.unknown_organisation"},
      {solok + R"("bounds": [{"group": "rule:quick-win-national/g", "min": 1}])",
       "/bounds/0/group choice.scenario.group_of_no_rule"},
      {solok + R"("bounds": [{"group": "rule:solok-selatan/g", "min": 1}])",
       "/bounds/0/group choice.scenario.unknown_rule_group"},
      {solok + R"("coverage": [{"groups": "dimension:*", "min": 7}])",
       "/coverage/0/min choice.scenario.coverage_beyond"},
      {solok + R"("coverage": [{"groups": "area:*", "min": 19}])",
       "/coverage/0/min choice.scenario.coverage_beyond"},
      {solok + R"("include": [{"id": ")" + absent + R"(", "reason": "x", "by": "y"}])",
       "/include/0/id choice.scenario.unknown_id"},
      {solok + R"("exclude": [{"id": "no uuid", "reason": "x", "by": "y"}])",
       "/exclude/0/id choice.scenario.unknown_id"},
  };
  for (const auto& c : cases) {
    INFO(c.scenario);
    CHECK(region.refused("{" + c.scenario + "}") == List{c.expected});
    CHECK(region.selections() == 0);
  }
}

TEST_CASE("An organisation of the region and all 18 areas may be named") {
  SampleRegion region;
  region.add("a");
  CHECK(region
            .refused(R"({"rules": [{"plugin": "solok-selatan"}],
                           "bounds": [{"group": "organisation:UJI", "max": 1},
                                      {"group": "village:Lubuk Gadang", "max": 1}],
                           "coverage": [{"groups": "area:*", "min": 18}]})")
            .empty());
  CHECK(region.selections() == 1);
}

TEST_CASE("A scenario is kept by its name as it was written, and checked first") {
  SampleRegion region;
  const auto keep = [&](const std::string& json) {
    return pilah::registry::put_scenario(region.environment, pilah::tests::insider(), region.region,
                                         pilah::catalogue::parse_json(json).as_object());
  };
  const std::string rules = R"("rules": [{"plugin": "solok-selatan"}])";
  const auto first = keep(R"({"name": "x", )" + rules + "}");
  const auto second = keep(R"({"name": "x", "count": {"max": 3}, )" + rules + "}");
  keep(R"({"name": "a", )" + rules + "}");
  CHECK(first.id == second.id);
  CHECK_THROWS_AS(keep("{" + rules + "}"), pilah::catalogue::Refusal);
  CHECK_THROWS_AS(keep(R"({"name": "y", "rules": []})"), pilah::catalogue::Refusal);
  const auto kept =
      pilah::registry::scenarios(region.environment, pilah::tests::insider(), region.region);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].name == "a");
  CHECK(kept[1].document == second.document);
  CHECK_FALSE(kept[1].document.contains("candidates"));
}
