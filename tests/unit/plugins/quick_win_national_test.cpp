#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

constexpr const char* kRule = "quick-win-national";
const std::string kService = "public_service";

std::int64_t operator""_i(unsigned long long value) { return static_cast<std::int64_t>(value); }

}  // namespace

TEST_CASE("National: what is done in three months is quick, what takes the horizon is not") {
  check_cases(kRule, {{"speed", {{"duration_months", 1_i}}, 1.0},
                      {"speed", {{"duration_months", 3_i}}, 1.0},
                      {"speed", {{"duration_months", 6_i}}, 6.0 / 9.0},
                      {"speed", {{"duration_months", 12_i}}, 0.0},
                      {"speed", {{"duration_months", 30_i}}, 0.0},
                      {"speed", {}, {}}});
  check_cases(
      kRule, {{"speed", {{"duration_months", 3_i}}, 1.0}, {"speed", {{"duration_months", 4_i}}, 0}},
      {{"horizon_months", 3}});
}

TEST_CASE("National: leverage is the panel's, else what the areas touched tell") {
  check_cases(kRule, {{"leverage", {{"assessed_leverage", 3.0}, {"areas_touched", 1_i}}, 0.75},
                      {"leverage", {{"areas_touched", 1_i}}, 0.4},
                      {"leverage", {{"areas_touched", 3_i}}, 0.8},
                      {"leverage", {{"areas_touched", 9_i}}, 1.0},
                      {"leverage", {{"areas_touched", 0_i}}, {}},
                      {"leverage", {}, {}}});
}

TEST_CASE("National: a public service with target group and benefit is felt most") {
  const Candidate told = {{"target_group", "ibu hamil"}, {"benefit", "cepat"}};
  Candidate told_service = told;
  told_service["form"] = kService;
  check_cases(kRule, {{"felt", {{"assessed_felt", 4.0}}, 1.0},
                      {"felt", told_service, 0.8},
                      {"felt", {{"form", kService}}, 0.6},
                      {"felt", told, 0.5},
                      {"felt", {{"form", "governance"}, {"benefit", "cepat"}}, 0.2},
                      {"felt", {{"benefit", "cepat"}}, {}}});
}

TEST_CASE("National: what sharpens a service counts, a new application does not") {
  check_cases(kRule, {{"sharpens", {{"builds_application", true}, {"stage", "applied"}}, 0.0},
                      {"sharpens", {{"builds_application", true}}, 0.0},
                      {"sharpens", {{"builds_application", false}, {"stage", "applied"}}, 1.0},
                      {"sharpens", {{"stage", "trial"}}, 0.7},
                      {"sharpens", {{"stage", "initiative"}}, 0.3},
                      {"sharpens", {}, {}}});
}

TEST_CASE("National: an indicator counts once it has baseline and target") {
  const auto with = [](std::int64_t all, std::int64_t complete) {
    return Candidate{{"indicators", all}, {"indicators_with_target", complete}};
  };
  check_cases(kRule, {{"measurable", {}, 0.0},
                      {"measurable", with(0, 0), 0.0},
                      {"measurable", with(3, 0), 0.3},
                      {"measurable", with(1, 1), 0.8},
                      {"measurable", with(2, 2), 1.0}});
}

TEST_CASE("National: both plans are more than one, the RPJMD more than a Renstra") {
  const auto linked = [](bool rpjmd, bool renstra) {
    return Candidate{{"rpjmd_linked", rpjmd}, {"renstra_linked", renstra}};
  };
  check_cases(kRule, {{"aligned", linked(true, true), 1.0},
                      {"aligned", linked(true, false), 0.6},
                      {"aligned", linked(false, true), 0.4},
                      {"aligned", linked(false, false), 0.0},
                      {"aligned", {}, 0.0}});
}

TEST_CASE("National: a source beyond the APBD is the best funding") {
  check_cases(kRule, {{"funded", {}, 0.0},
                      {"funded", {{"funding_sources", 0_i}}, 0.0},
                      {"funded", {{"funding_sources", 1_i}, {"funded_beyond_apbd", false}}, 0.6},
                      {"funded", {{"funding_sources", 2_i}, {"funded_beyond_apbd", true}}, 1.0}});
}

TEST_CASE("National: novelty and survival are the panel's, else what the entry tells") {
  check_cases(kRule,
              {{"novel", {{"assessed_novelty", 1.0}}, 0.25},
               {"novel", {{"uniqueness", "yang pertama"}}, 0.5},
               {"novel", {}, {}},
               {"survives", {{"assessed_survivability", 2.0}}, 0.5},
               {"survives", {{"readiness_struktur", 4_i}, {"readiness_suprastruktur", 2_i}}, 0.75},
               {"survives", {}, {}}});
}

TEST_CASE("National: what has no name, no owner or takes too long is not eligible") {
  const std::vector<Candidate> candidates = {
      {{"name", "a"}, {"owner", "DISHUB"}, {"duration_months", 12_i}},
      {{"name", "b"}, {"owner", "DISHUB"}},
      {{"owner", "DISHUB"}},
      {{"name", "d"}},
      {{"name", "e"}, {"owner", "DISHUB"}, {"duration_months", 13_i}},
      {}};
  const RuleTable strict(kRule, candidates);
  std::vector<std::string> found;
  for (std::size_t row = 0; row < candidates.size(); ++row)
    found.push_back(strict.not_eligible(row));
  CHECK(found == std::vector<std::string>{"", "", "no-name", "no-owner", "too-long", "no-name"});
  const RuleTable mild(kRule, candidates, {{"demand_owner", false}});
  CHECK(mild.not_eligible(3).empty());
}
