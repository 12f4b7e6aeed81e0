#include <boost/json.hpp>

#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

constexpr const char* kRule = "buleleng";

std::int64_t operator""_i(unsigned long long value) { return static_cast<std::int64_t>(value); }

Candidate ready(std::int64_t step) {
  return {{"owner", "DISDIK"}, {"readiness_struktur", step}, {"duration_months", 6_i}};
}

std::string reason(const Candidate& candidate, boost::json::object parameters = {}) {
  return RuleTable(kRule, {candidate}, std::move(parameters)).not_eligible(0);
}

}  // namespace

TEST_CASE("Buleleng: each further party is a quarter of the ecosystem") {
  check_cases(kRule, {{"ecosystem", {}, 0.0},
                      {"ecosystem", {{"supporting_organisations", 2_i}}, 0.25},
                      {"ecosystem", {{"supporting_organisations", 0_i}, {"partners", 1_i}}, 0.25},
                      {"ecosystem", {{"funded_beyond_apbd", true}, {"partners", 1_i}}, 0.5},
                      {"ecosystem", {{"proposer_kind", "community"}}, 0.25},
                      {"ecosystem", {{"proposer_kind", "opd"}}, 0.0},
                      {"ecosystem",
                       {{"supporting_organisations", 1_i},
                        {"partners", 1_i},
                        {"funded_beyond_apbd", true},
                        {"proposer_kind", "village"}},
                       1.0}});
}

TEST_CASE("Buleleng: readiness is the mean of what is known, and has a bound") {
  check_cases(kRule,
              {{"ready", {}, {}},
               {"ready", {{"readiness_struktur", 4_i}}, 1.0},
               {"ready", {{"readiness_struktur", 4_i}, {"readiness_suprastruktur", 0_i}}, 0.5}});
  CHECK(reason(ready(2)).empty());
  CHECK(reason(ready(1)) == "not-ready");
  CHECK(reason(ready(1), {{"least_readiness", 1}}).empty());
  const Candidate unknown{{"owner", "DISDIK"}, {"duration_months", 6_i}};
  CHECK(reason(unknown).empty());
  CHECK(reason(unknown, {{"demand_readiness", true}}) == "readiness-unknown");
}

TEST_CASE("Buleleng: what is felt, aligned, measurable and soon") {
  check_cases(kRule, {{"felt", {}, {}},
                      {"felt", {{"benefit", "hemat"}}, 0.5},
                      {"felt", {{"benefit", "hemat"}, {"target_group", "siswa"}}, 1.0},
                      {"aligned", {}, {}},
                      {"aligned", {{"rpjmd_linked", false}, {"renstra_linked", false}}, 0.0},
                      {"aligned", {{"rpjmd_linked", true}, {"renstra_linked", false}}, 0.5},
                      {"aligned", {{"rpjmd_linked", true}, {"renstra_linked", true}}, 1.0},
                      {"measurable", {}, {}},
                      {"measurable", {{"indicators", 0_i}}, 0.0},
                      {"measurable", {{"indicators", 1_i}}, 0.4},
                      {"measurable", {{"indicators", 1_i}, {"indicators_with_target", 1_i}}, 1.0},
                      {"soon", {}, {}},
                      {"soon", {{"duration_months", 3_i}}, 1.0},
                      {"soon", {{"duration_months", 15_i}}, 0.5},
                      {"soon", {{"duration_months", 24_i}}, 0.0}});
}

TEST_CASE("Buleleng: without owner, or beyond the horizon, it is not eligible") {
  CHECK(reason({{"duration_months", 6_i}}) == "no-owner");
  CHECK(reason({{"owner", "DISDIK"}, {"duration_months", 25_i}}) == "too-long");
  CHECK(reason({{"owner", "DISDIK"}, {"duration_months", 25_i}}, {{"horizon_months", 30}}).empty());
}

TEST_CASE("Buleleng: villages are a group, and so is who would sell the solution") {
  const RuleTable table(kRule, {{{"proposer_kind", "village"}},
                                {{"owner_kind", "subdistrict"}},
                                {{"proposer_kind", "business"}},
                                {{"proposer_kind", "community"}}});
  CHECK(table.groups(0) == std::vector<std::string>{"villages"});
  CHECK(table.groups(1) == std::vector<std::string>{"villages"});
  CHECK(table.groups(2) == std::vector<std::string>{"proposer-sells"});
  CHECK(table.groups(3).empty());
}
