#include <boost/json.hpp>

#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

constexpr const char* kRule = "kota-bengkulu";

std::int64_t operator""_i(unsigned long long value) { return static_cast<std::int64_t>(value); }

Candidate mapped(std::int64_t months) {
  return {{"owner", "DINKES"}, {"area", "health"}, {"duration_months", months}};
}

std::string reason(const Candidate& candidate, boost::json::object parameters = {}) {
  return RuleTable(kRule, {candidate}, std::move(parameters)).not_eligible(0);
}

}  // namespace

TEST_CASE("Kota Bengkulu: a dimension is worth its need beside the greatest") {
  check_cases(kRule, {{"need", {{"dimension", "smart-living"}}, 1.0},
                      {"need", {{"dimension", "smart-branding"}}, 0.6},
                      {"need", {{"dimension", "smart-mobility"}}, {}},
                      {"need", {}, {}}});
  const boost::json::object needs{{"needs", {{"smart-living", 10}, {"smart-branding", 40}}}};
  check_cases(kRule,
              {{"need", {{"dimension", "smart-living"}}, 10.0 / 90.0},
               {"need", {{"dimension", "smart-environment"}}, 1.0}},
              needs);
}

TEST_CASE("Kota Bengkulu: the region's dossier goes before the scenario") {
  check_cases(kRule, {{"need", {{"dimension", "smart-living"}, {"need_of_dimension", 0.0}}, 0.0},
                      {"need", {{"dimension", "smart-branding"}, {"need_of_dimension", 0.5}}, 1.0},
                      {"need", {{"need_of_dimension", 1.0 / 6.0}}, 0.5}});
}

TEST_CASE("Kota Bengkulu: each who takes part beside the owner counts a quarter") {
  check_cases(kRule,
              {{"participation", {}, {}},
               {"participation", {{"partners", 0_i}}, 0.0},
               {"participation", {{"partners", 1_i}, {"supporting_organisations", 1_i}}, 0.5},
               {"participation", {{"partners", 9_i}}, 1.0}});
}

TEST_CASE("Kota Bengkulu: what is felt, running, measurable and there by next year") {
  check_cases(kRule, {{"felt", {}, {}},
                      {"felt", {{"target_group", "lansia"}}, 0.5},
                      {"felt", {{"target_group", "lansia"}, {"benefit", "sehat"}}, 1.0},
                      {"running", {}, {}},
                      {"running", {{"stage", "applied"}}, 1.0},
                      {"running", {{"stage", "trial"}}, 0.6},
                      {"running", {{"stage", "initiative"}}, 0.2},
                      {"measurable", {}, {}},
                      {"measurable", {{"indicators", 0_i}}, 0.0},
                      {"measurable", {{"indicators", 2_i}}, 0.4},
                      {"measurable", {{"indicators", 2_i}, {"indicators_with_target", 1_i}}, 1.0},
                      {"soon", {}, {}},
                      {"soon", {{"duration_months", 0_i}}, 1.0},
                      {"soon", {{"duration_months", 6_i}}, 0.5},
                      {"soon", {{"duration_months", 12_i}}, 0.0}});
}

TEST_CASE("Kota Bengkulu: who, where and when must be settled") {
  CHECK(reason(mapped(12)).empty());
  CHECK(reason(mapped(13)) == "too-long");
  CHECK(reason(mapped(13), {{"horizon_months", 24}}).empty());
  CHECK(reason({{"owner", "DINKES"}, {"duration_months", 6_i}}) == "no-area");
  CHECK(reason({{"area", "health"}, {"duration_months", 6_i}}) == "no-owner");
}
