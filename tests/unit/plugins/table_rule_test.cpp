#include <boost/json.hpp>

#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

boost::json::object table(const char* lines) { return {{"table", boost::json::parse(lines)}}; }

}  // namespace

TEST_CASE("Table rule: a number counts between from and to, whichever way round") {
  const auto months =
      table(R"([{"criterion": "soon", "column": "duration_months", "from": 24, "to": 6}])");
  check_cases("table-rule",
              {{"soon", {{"duration_months", std::int64_t{6}}}, 1.0},
               {"soon", {{"duration_months", std::int64_t{3}}}, 1.0},
               {"soon", {{"duration_months", std::int64_t{15}}}, 0.5},
               {"soon", {{"duration_months", std::int64_t{24}}}, 0.0},
               {"soon", {{"duration_months", std::int64_t{36}}}, 0.0},
               {"soon", {}, std::nullopt}},
              months);
  check_cases("table-rule", {{"felt", {{"assessed_felt", 3.0}}, 0.75}},
              table(R"([{"criterion": "felt", "column": "assessed_felt", "from": 0, "to": 4}])"));
}

TEST_CASE("Table rule: a word counts when it is listed, yes counts, and can be turned round") {
  const auto stage =
      table(R"([{"criterion": "runs", "column": "stage", "is": ["applied", "trial"]}])");
  check_cases("table-rule",
              {{"runs", {{"stage", "applied"}}, 1.0},
               {"runs", {{"stage", "initiative"}}, 0.0},
               {"runs", {}, std::nullopt}},
              stage);
  check_cases("table-rule",
              {{"digital", {{"digital", true}}, 1.0}, {"digital", {{"digital", false}}, 0.0}},
              table(R"([{"criterion": "digital", "column": "digital"}])"));
  check_cases("table-rule",
              {{"offline", {{"digital", true}}, 0.0}, {"offline", {{"digital", false}}, 1.0}},
              table(R"([{"criterion": "offline", "column": "digital", "from": 1, "to": 0}])"));
}

TEST_CASE("Table rule: what is required and 0 or unknown is not eligible, and says which") {
  const auto lines = table(R"([
    {"criterion": "rpjmd", "column": "rpjmd_linked", "required": true},
    {"criterion": "soon", "column": "duration_months", "from": 24, "to": 6}])");
  const RuleTable rule("table-rule", {{{"rpjmd_linked", true}}, {{"rpjmd_linked", false}}, {}},
                       lines);
  CHECK(rule.not_eligible(0).empty());
  CHECK(rule.not_eligible(1) == "rpjmd-required");
  CHECK(rule.not_eligible(2) == "rpjmd-required");
}
