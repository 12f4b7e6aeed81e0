#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

constexpr const char* kRule = "solok-selatan";

std::int64_t operator""_i(unsigned long long value) { return static_cast<std::int64_t>(value); }

Candidate linked(bool rpjmd, bool renstra) {
  return {{"owner", "DISHUB"}, {"rpjmd_linked", rpjmd}, {"renstra_linked", renstra}};
}

}  // namespace

TEST_CASE("Solok Selatan: an entry carries out the RPJMD and a Renstra, or one, or none") {
  check_cases(kRule, {{"rpjmd", linked(true, true), 1.0},
                      {"rpjmd", linked(true, false), 0.5},
                      {"rpjmd", linked(false, true), 0.5},
                      {"rpjmd", {}, 0.0}});
}

TEST_CASE("Solok Selatan: leverage is the panel's, else who else takes part") {
  check_cases(kRule, {{"leverage", {{"assessed_leverage", 2.0}, {"partners", 9_i}}, 0.5},
                      {"leverage", {}, 0.0},
                      {"leverage", {{"supporting_organisations", 1_i}, {"partners", 1_i}}, 0.5},
                      {"leverage", {{"partners", 1_i}, {"dimensions_touched", 2_i}}, 0.5},
                      {"leverage", {{"partners", 9_i}}, 1.0}});
}

TEST_CASE("Solok Selatan: whom it serves and what they gain") {
  check_cases(kRule, {{"felt", {{"assessed_felt", 3.0}}, 0.75},
                      {"felt", {{"target_group", "petani"}, {"benefit", "hemat"}}, 0.8},
                      {"felt", {{"target_group", "petani"}}, 0.4},
                      {"felt", {{"benefit", "hemat"}}, 0.4},
                      {"felt", {}, {}}});
}

TEST_CASE("Solok Selatan: what runs already is surest") {
  check_cases(kRule, {{"running", {{"stage", "applied"}}, 1.0},
                      {"running", {{"stage", "trial"}}, 0.6},
                      {"running", {{"stage", "initiative"}}, 0.2},
                      {"running", {}, {}}});
}

TEST_CASE("Solok Selatan: one indicator with baseline and target is enough") {
  check_cases(kRule, {{"measurable", {}, 0.0},
                      {"measurable", {{"indicators", 2_i}, {"indicators_with_target", 0_i}}, 0.4},
                      {"measurable", {{"indicators", 2_i}, {"indicators_with_target", 1_i}}, 1.0}});
}

TEST_CASE("Solok Selatan: readiness is the mean of what is known of it") {
  check_cases(kRule,
              {{"ready", {}, {}},
               {"ready", {{"readiness_struktur", 0_i}}, 0.0},
               {"ready", {{"readiness_struktur", 4_i}, {"readiness_infrastruktur", 1_i}}, 0.625}});
}

TEST_CASE("Solok Selatan: six months are soon, the horizon is not") {
  check_cases(kRule, {{"soon", {{"duration_months", 6_i}}, 1.0},
                      {"soon", {{"duration_months", 15_i}}, 0.5},
                      {"soon", {{"duration_months", 24_i}}, 0.0},
                      {"soon", {}, {}}});
  check_cases(kRule, {{"soon", {{"duration_months", 6_i}}, 1.0}}, {{"horizon_months", 6}});
}

TEST_CASE("Solok Selatan: nothing is given or taken for being digital") {
  Candidate digital = linked(true, true);
  digital["digital"] = true;
  digital["builds_application"] = true;
  const RuleTable table(kRule, {linked(true, true), digital});
  for (const char* criterion :
       {"rpjmd", "leverage", "felt", "running", "measurable", "ready", "soon"}) {
    CAPTURE(criterion);
    CHECK(table.value(criterion, 0) == table.value(criterion, 1));
  }
  CHECK(table.not_eligible(1).empty());
}

TEST_CASE("Solok Selatan: without owner, links or an end within the horizon it is not eligible") {
  Candidate long_one = linked(true, true);
  long_one["duration_months"] = 25_i;
  const std::vector<Candidate> candidates = {
      linked(true, true), linked(false, true), linked(true, false), long_one, {}};
  const RuleTable strict(kRule, candidates);
  std::vector<std::string> found;
  for (std::size_t row = 0; row < candidates.size(); ++row)
    found.push_back(strict.not_eligible(row));
  CHECK(found == std::vector<std::string>{"", "no-rpjmd", "no-renstra", "too-long", "no-owner"});
  const RuleTable mild(kRule, candidates, {{"demand_plan_links", false}});
  CHECK(mild.not_eligible(1).empty());
  CHECK(mild.not_eligible(4) == "no-owner");
}
