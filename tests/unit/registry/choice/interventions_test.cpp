#include "pilah/registry/choice/interventions.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "stored_record.hpp"
#include "support/catch.hpp"

using namespace pilah::registry;
using pilah::catalogue::SelectionRecord;
using pilah::tests::DrawnChoice;
using pilah::tests::patient;
using pilah::tests::record_of;

namespace {

/// Two of four, worth 0.7, 0.6, 0.3 and 0.2; "include" and "exclude" as the scenario has them.
SelectionRecord two_of_four(const boost::json::object& forced) {
  DrawnChoice choice;
  choice.entry("Anyaman", 0.70, 0.70);
  choice.entry("Bersih", 0.60, 0.60);
  choice.entry("Cahaya", 0.30, 0.30);
  choice.entry("Desa", 0.20, 0.20);
  boost::json::object scenario{{"include", boost::json::array()},
                               {"exclude", boost::json::array()}};
  std::string more = R"("count": {"min": 2, "max": 2})";
  for (const auto& [key, names] : forced) {
    for (const auto& name : names.as_array()) {
      scenario.at(key).as_array().push_back(boost::json::object{
          {"id", choice.id(std::string(name.as_string()))}, {"reason", "janji"}, {"by", "Sekda"}});
    }
    more += ", \"" + std::string(key) + "\": " + boost::json::serialize(scenario.at(key));
  }
  choice.choose(more);
  auto record = record_of(choice);
  record.scenario = std::move(scenario);
  return record;
}

Interventions told(const SelectionRecord& record) {
  return interventions(StoredChoice(record), record, patient());
}

}  // namespace

TEST_CASE("The price of an intervention is what the best set would have more without it") {
  const auto in = told(two_of_four({{"include", {"Desa"}}}));
  REQUIRE(in.each.size() == 1);
  CHECK(in.each[0].name == "Desa");
  CHECK(in.each[0].in);
  CHECK(in.each[0].by == "Sekda");
  CHECK(in.each[0].reason == "janji");
  CHECK(in.each[0].price == 400'000);  // Bersih, 0.6, would stand in its place
  const auto out = told(two_of_four({{"exclude", {"Anyaman"}}}));
  REQUIRE(out.each.size() == 1);
  CHECK_FALSE(out.each[0].in);
  CHECK(out.each[0].price == 400'000);  // for Cahaya
}

TEST_CASE("An intervention that changes nothing is free") {
  CHECK(told(two_of_four({{"include", {"Anyaman"}}})).each[0].price == 0);
  CHECK(told(two_of_four({{"exclude", {"Desa"}}})).each[0].price == 0);
}

TEST_CASE("Together they cost what the best set has without any of them") {
  const auto both = told(two_of_four({{"include", {"Desa"}}, {"exclude", {"Anyaman"}}}));
  REQUIRE(both.each.size() == 2);
  CHECK(both.each[0].price == 100'000);  // Cahaya for Desa
  CHECK(both.each[1].price == 100'000);  // Anyaman for Bersih
  CHECK(both.together == 500'000);
}

TEST_CASE("Without interventions, and without a set, there is no price") {
  const auto none = told(two_of_four({}));
  CHECK(none.each.empty());
  CHECK_FALSE(none.together);
  const auto infeasible = told(two_of_four({{"include", {"Anyaman", "Cahaya", "Desa"}}}));
  REQUIRE(infeasible.each.size() == 3);
  CHECK_FALSE(infeasible.each[0].price);
}

TEST_CASE("Of a changed weight is told who would be in with the rule's own, and who decided it") {
  const auto with = [](const std::string& weights) {
    DrawnChoice choice;
    choice.entry("Anyaman", 0.9, 0.1);  // by the rule's own weights, 3 and 1: 0.7
    choice.entry("Bersih", 0.2, 0.9);   // 0.375
    choice.choose(R"("count": {"max": 1}, )" + weights);
    return told(record_of(choice)).weights;
  };
  CHECK(with(R"("weights": {"r/a": 3})").empty());
  const auto changed =
      with(R"("weights": {"r/a": {"weight": 0, "reason": "datanya lama", "by": "Bappeda"}})");
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].criterion == "r/a");
  CHECK(changed[0].weight == 0);
  CHECK(changed[0].own == 3);
  CHECK(changed[0].reason == "datanya lama");
  CHECK(changed[0].by == "Bappeda");
  REQUIRE(changed[0].without);
  CHECK(changed[0].without->enter.at(0).at("name") == "Anyaman");
  CHECK(changed[0].without->leave.at(0).at("name") == "Bersih");
  const auto ranked =
      with(R"("weighting": {"rank": [["r/b"], ["r/a"]], "reason": "kesepakatan", "by": "Sekda"})");
  REQUIRE(ranked.size() == 1);
  CHECK(ranked[0].criterion.empty());
  CHECK(ranked[0].by == "Sekda");
  REQUIRE(ranked[0].without);
  CHECK(ranked[0].without->enter.at(0).at("name") == "Anyaman");
}
