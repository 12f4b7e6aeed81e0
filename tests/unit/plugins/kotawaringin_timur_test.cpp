#include <boost/json.hpp>

#include "rule_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

constexpr const char* kRule = "kotawaringin-timur";

std::int64_t operator""_i(unsigned long long value) { return static_cast<std::int64_t>(value); }

Candidate mapped(std::int64_t months) {
  return {{"owner", "DISHUB"}, {"dimension", "smart-living"}, {"duration_months", months}};
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

TEST_CASE("Kotawaringin Timur: a public service in form and in area comes first") {
  check_cases(
      kRule, {{"public-service", {{"form", "public_service"}, {"area", "public-service"}}, 1.0},
              {"public-service", {{"form", "public_service"}, {"area", "health"}}, 0.8},
              {"public-service", {{"form", "public_service"}}, 0.8},
              {"public-service", {{"form", "other"}, {"area", "public-service"}}, 0.6},
              {"public-service", {{"area", "public-service"}}, 0.6},
              {"public-service", {{"form", "governance"}, {"dimension", "smart-economy"}}, 0.3},
              {"public-service", {{"dimension", "smart-governance"}, {"area", "bureaucracy"}}, 0.3},
              {"public-service", {{"form", "other"}, {"dimension", "smart-branding"}}, 0.0},
              {"public-service", {{"dimension", "smart-society"}, {"area", "learning"}}, {}},
              {"public-service", {}, {}}});
}

TEST_CASE("Kotawaringin Timur: the more dimensions share it the better") {
  check_cases(kRule,
              {{"intersection", {}, {}},
               {"intersection", {{"areas_touched", 0_i}, {"dimensions_touched", 0_i}}, {}},
               {"intersection", {{"areas_touched", 1_i}, {"dimensions_touched", 1_i}}, 0.0},
               {"intersection", {{"areas_touched", 2_i}, {"dimensions_touched", 1_i}}, 0.3},
               {"intersection", {{"areas_touched", 2_i}, {"dimensions_touched", 2_i}}, 0.7},
               {"intersection", {{"areas_touched", 3_i}, {"dimensions_touched", 3_i}}, 1.0},
               {"intersection", {{"areas_touched", 9_i}, {"dimensions_touched", 6_i}}, 1.0}});
}

TEST_CASE("Kotawaringin Timur: whom it serves and what they gain") {
  check_cases(kRule, {{"felt", {{"target_group", "lansia"}, {"benefit", "terobati"}}, 1.0},
                      {"felt", {{"target_group", "lansia"}}, 0.5},
                      {"felt", {{"benefit", "terobati"}}, 0.5},
                      {"felt", {}, {}}});
}

TEST_CASE("Kotawaringin Timur: one indicator with baseline and target is enough") {
  check_cases(kRule, {{"measurable", {}, 0.0},
                      {"measurable", {{"indicators", 2_i}, {"indicators_with_target", 0_i}}, 0.4},
                      {"measurable", {{"indicators", 2_i}, {"indicators_with_target", 1_i}}, 1.0}});
}

TEST_CASE("Kotawaringin Timur: the link to the RPJMD counts") {
  check_cases(kRule, {{"rpjmd", {{"rpjmd_linked", true}}, 1.0},
                      {"rpjmd", {{"rpjmd_linked", false}}, 0.0},
                      {"rpjmd", {}, {}}});
}

TEST_CASE("Kotawaringin Timur: what runs already is surest") {
  check_cases(kRule, {{"running", {{"stage", "applied"}}, 1.0},
                      {"running", {{"stage", "trial"}}, 0.6},
                      {"running", {{"stage", "initiative"}}, 0.2},
                      {"running", {}, {}}});
}

TEST_CASE("Kotawaringin Timur: six months are soon, the horizon is not") {
  check_cases(kRule, {{"soon", {{"duration_months", 6_i}}, 1.0},
                      {"soon", {{"duration_months", 15_i}}, 0.5},
                      {"soon", {{"duration_months", 24_i}}, 0.0},
                      {"soon", {}, {}}});
  check_cases(kRule,
              {{"soon", {{"duration_months", 6_i}}, 1.0},
               {"soon", {{"duration_months", 9_i}}, 0.5},
               {"soon", {{"duration_months", 12_i}}, 0.0}},
              {{"horizon_months", 12}});
}

TEST_CASE("Kotawaringin Timur: an owner, an end within the horizon and a working group") {
  Candidate orphan = mapped(6);
  orphan.erase("owner");
  Candidate unmapped = mapped(6);
  unmapped.erase("dimension");
  Candidate of_unknown_length = mapped(6);
  of_unknown_length.erase("duration_months");
  const std::vector<Candidate> candidates = {mapped(24), mapped(25), orphan, unmapped,
                                             of_unknown_length};
  CHECK(reasons(candidates) ==
        std::vector<std::string>{"", "too-long", "no-owner", "no-dimension", ""});
  CHECK(reasons({mapped(12), mapped(13)}, {{"horizon_months", 12}}) ==
        std::vector<std::string>{"", "too-long"});
}

TEST_CASE("Kotawaringin Timur: from how many dimensions a group counts changes no criterion") {
  const std::vector<Candidate> one = {{{"areas_touched", 2_i}, {"dimensions_touched", 2_i}}};
  CHECK(RuleTable(kRule, one, {{"intersection_from", 6}}).value("intersection", 0) ==
        RuleTable(kRule, one).value("intersection", 0));
}

TEST_CASE("Kotawaringin Timur: an entry that touches two dimensions is an intersection") {
  const std::vector<Candidate> candidates{{{"dimensions_touched", std::int64_t{1}}},
                                          {{"dimensions_touched", std::int64_t{2}}},
                                          {{"dimensions_touched", std::int64_t{3}}},
                                          {}};
  const RuleTable two("kotawaringin-timur", candidates);
  CHECK(two.groups(0).empty());
  CHECK(two.groups(1) == std::vector<std::string>{"intersection"});
  CHECK(two.groups(3).empty());
  const RuleTable three("kotawaringin-timur", candidates, {{"intersection_from", 3}});
  CHECK(three.groups(1).empty());
  CHECK(three.groups(2) == std::vector<std::string>{"intersection"});
}
