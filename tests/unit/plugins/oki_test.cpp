#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

constexpr const char* kRule = "oki";

std::int64_t operator""_i(unsigned long long value) { return static_cast<std::int64_t>(value); }

Candidate monitored(std::int64_t months) {
  return {{"owner", "DINKES"}, {"duration_months", months}, {"indicators_with_target", 1_i}};
}

std::vector<std::string> reasons(const std::vector<Candidate>& candidates,
                                 boost::json::object parameters = {}) {
  const RuleTable table(kRule, candidates, std::move(parameters));
  std::vector<std::string> found;
  for (std::size_t row = 0; row < candidates.size(); ++row)
    found.push_back(table.not_eligible(row));
  return found;
}

}  // namespace

TEST_CASE("OKI: opportunity is the panel's, else the money and the others that are there") {
  check_cases(
      kRule, {{"opportunity", {{"assessed_opportunity", 0.0}, {"partners", 9_i}}, 0.0},
              {"opportunity", {{"assessed_opportunity", 2.5}}, 0.625},
              {"opportunity", {{"assessed_opportunity", 4.0}}, 1.0},
              {"opportunity", {}, {}},
              {"opportunity", {{"partners", 0_i}, {"supporting_organisations", 0_i}}, {}},
              {"opportunity", {{"funded_beyond_apbd", false}}, 0.0},
              {"opportunity", {{"funded_beyond_apbd", true}}, 0.5},
              {"opportunity", {{"partners", 1_i}}, 0.25},
              {"opportunity", {{"funded_beyond_apbd", false}, {"partners", 9_i}}, 0.5},
              {"opportunity",
               {{"funded_beyond_apbd", true}, {"partners", 1_i}, {"supporting_organisations", 1_i}},
               1.0}});
}

TEST_CASE("OKI: potential is the panel's, else what the entry tells and how far it reaches") {
  check_cases(kRule, {{"potential", {{"assessed_potential", 0.0}, {"benefit", "hemat"}}, 0.0},
                      {"potential", {{"assessed_potential", 3.0}}, 0.75},
                      {"potential", {{"assessed_potential", 4.0}}, 1.0},
                      {"potential", {}, {}},
                      {"potential", {{"dimensions_touched", 0_i}}, {}},
                      {"potential", {{"dimensions_touched", 1_i}}, 0.0},
                      {"potential", {{"target_group", "perajin"}}, 0.25},
                      {"potential", {{"target_group", "perajin"}, {"benefit", "pendapatan"}}, 0.5},
                      {"potential", {{"benefit", "pendapatan"}, {"dimensions_touched", 2_i}}, 0.5},
                      {"potential",
                       {{"target_group", "perajin"}, {"benefit", "x"}, {"dimensions_touched", 6_i}},
                       1.0}});
}

TEST_CASE("OKI: the link to the RPJMD counts") {
  check_cases(kRule, {{"rpjmd", {{"rpjmd_linked", true}}, 1.0},
                      {"rpjmd", {{"rpjmd_linked", false}}, 0.0},
                      {"rpjmd", {}, {}}});
}

TEST_CASE("OKI: a monitoring plan is an indicator with baseline and target, best if measured") {
  check_cases(
      kRule,
      {{"monitoring", {}, 0.0},
       {"monitoring", {{"indicators", 0_i}}, 0.0},
       {"monitoring", {{"indicators", 2_i}, {"indicators_with_target", 0_i}}, 0.25},
       {"monitoring", {{"indicators", 2_i}, {"indicators_measured", 1_i}}, 0.25},
       {"monitoring", {{"indicators", 2_i}, {"indicators_with_target", 1_i}}, 0.75},
       {"monitoring", {{"indicators_with_target", 1_i}, {"indicators_measured", 1_i}}, 1.0}});
}

TEST_CASE("OKI: readiness is the mean of what is known of it") {
  check_cases(kRule,
              {{"ready", {}, {}},
               {"ready", {{"readiness_struktur", 0_i}}, 0.0},
               {"ready", {{"readiness_struktur", 4_i}, {"readiness_suprastruktur", 1_i}}, 0.625},
               {"ready", {{"readiness_infrastruktur", 4_i}}, 1.0}});
}

TEST_CASE("OKI: half of the horizon is in time, its end is not") {
  check_cases(kRule, {{"in-time", {}, {}},
                      {"in-time", {{"duration_months", 1_i}}, 1.0},
                      {"in-time", {{"duration_months", 12_i}}, 1.0},
                      {"in-time", {{"duration_months", 18_i}}, 0.5},
                      {"in-time", {{"duration_months", 24_i}}, 0.0},
                      {"in-time", {{"duration_months", 30_i}}, 0.0}});
  check_cases(kRule,
              {{"in-time", {{"duration_months", 6_i}}, 1.0},
               {"in-time", {{"duration_months", 9_i}}, 0.5},
               {"in-time", {{"duration_months", 12_i}}, 0.0}},
              {{"horizon_months", 12}});
}

TEST_CASE("OKI: an idea stands beside what runs already") {
  Candidate idea = monitored(6);
  idea["entry_kind"] = "idea";
  idea["stage"] = "initiative";
  Candidate running = monitored(6);
  running["entry_kind"] = "existing";
  running["stage"] = "applied";
  const RuleTable table(kRule, {idea, running});
  for (const char* criterion :
       {"opportunity", "potential", "rpjmd", "monitoring", "ready", "in-time"}) {
    CAPTURE(criterion);
    CHECK(table.value(criterion, 0) == table.value(criterion, 1));
  }
  CHECK(table.not_eligible(0).empty());
}

TEST_CASE("OKI: without owner, an end within the horizon or a monitoring plan: not eligible") {
  Candidate orphan = monitored(6);
  orphan.erase("owner");
  Candidate unmonitored = monitored(6);
  unmonitored["indicators"] = 3_i;
  unmonitored["indicators_with_target"] = 0_i;
  Candidate of_unknown_length = monitored(6);
  of_unknown_length.erase("duration_months");
  CHECK(reasons({monitored(24),
                 monitored(25),
                 orphan,
                 unmonitored,
                 {{"owner", "DINKES"}},
                 of_unknown_length}) == std::vector<std::string>{"", "too-long", "no-owner",
                                                                 "no-monitoring-plan",
                                                                 "no-monitoring-plan", ""});
}

TEST_CASE("OKI: the horizon is one year or two") {
  CHECK(reasons({monitored(12), monitored(13), monitored(24)}, {{"horizon_months", 12}}) ==
        std::vector<std::string>{"", "too-long", "too-long"});
  CHECK(reasons({monitored(13), monitored(24)}, {{"horizon_months", 24}}) ==
        std::vector<std::string>{"", ""});
}

TEST_CASE("OKI: who does not demand a monitoring plan gets candidates without one") {
  CHECK(reasons({{{"owner", "DINKES"}}, {}}, {{"demand_monitoring_plan", false}}) ==
        std::vector<std::string>{"", "no-owner"});
}
