#include "pilah/registry/public_sets/trial.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "opened_choice.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/refusal_of.hpp"

using namespace pilah;
using registry::OpenedSet;
using registry::PublicTrial;
using registry::read_trial;
using registry::TriedPublicly;
using tests::all_open;
using tests::DrawnChoice;
using tests::opened;
using tests::patient;
using tests::refusals_of;

namespace {

/// One of three by the weights 3 and 1, for at most 150 rupiah: each costs 100.
struct OneOfThree {
  OneOfThree() {
    choice.entry("Anyaman", 0.9, 0.1);
    choice.entry("Bersih", 0.5, 0.5);
    choice.entry("Cahaya", 0.1, 0.9);
    choice.choose(
        R"("count": {"min": 1, "max": 1}, "limits": [{"resource": "budget", "max": 150}])");
  }
  OpenedSet set() const { return opened(choice, all_open()); }
  std::vector<std::string> chosen(const TriedPublicly& tried) const {
    std::vector<std::string> names;
    for (const char* name : {"Anyaman", "Bersih", "Cahaya"}) {
      if (tried.chosen.at(choice.id(name))) names.emplace_back(name);
    }
    return names;
  }
  std::vector<std::string> with(const char* trial) const {
    const auto set = this->set();
    return chosen(
        tried_publicly(set, read_trial(catalogue::parse_json(trial).as_object()), patient()));
  }

  DrawnChoice choice;
};

using Names = std::vector<std::string>;

std::string refused(const char* trial) {
  return refusals_of([&] { read_trial(catalogue::parse_json(trial).as_object()); });
}

}  // namespace

TEST_CASE("With nothing otherwise the set and its score are those that were adopted") {
  const OneOfThree region;
  CHECK(region.with("{}") == Names{"Anyaman"});
  CHECK(region.with(R"({"weights": {"r/a": 3, "r/b": 1}, "count": {"min": 1, "max": 1},
                        "budget": 150})") == Names{"Anyaman"});
  const auto tried = tried_publicly(region.set(), PublicTrial(), patient());
  CHECK(tried.status == "optimal");
  CHECK(boost::json::value(*tried.score) == region.choice.result().at("score"));
  CHECK(tried.cost == 100);
}

TEST_CASE("Moved weights choose others, and every candidate has its score by them") {
  const OneOfThree region;
  CHECK(region.with(R"({"weights": {"r/a": 1, "r/b": 3}})") == Names{"Cahaya"});
  const auto tried =
      tried_publicly(region.set(), read_trial({{"weights", {{"r/a", 0}, {"r/b", 7}}}}), patient());
  CHECK(tried.scores.at(region.choice.id("Anyaman")) == 100'000);
  CHECK(tried.scores.at(region.choice.id("Cahaya")) == 900'000);
}

TEST_CASE("Another number and another budget hold, and no limit is one that does not") {
  const OneOfThree region;
  CHECK(region.with(R"({"count": {"min": 0, "max": 3}})") == Names{"Anyaman"});
  CHECK(region.with(R"({"count": {"min": 0, "max": 3}, "budget": 200})") ==
        Names{"Anyaman", "Bersih"});
  CHECK(region.with(R"({"count": {"min": 0, "max": 3}, "budget": null})") ==
        Names{"Anyaman", "Bersih", "Cahaya"});
}

TEST_CASE("What cannot be met is told with the numbers that were tried") {
  const OneOfThree region;
  const auto tried = tried_publicly(
      region.set(), read_trial({{"count", {{"min", 2}, {"max", 3}}}, {"budget", 199}}), patient());
  CHECK(tried.status == "infeasible");
  CHECK_FALSE(tried.score);
  const auto told = boost::json::serialize(tried.conflict);
  CHECK(told.find(R"("min":2)") != std::string::npos);
  CHECK(told.find(R"("max":199)") != std::string::npos);
  CHECK(told.find("150") == std::string::npos);
}

TEST_CASE("A trial is read strictly, with a message at each place") {
  CHECK(refused(R"({"bounds": []})").find("public_set.trial_key") != std::string::npos);
  CHECK(refused(R"({"weights": {"r/a": -1}})").find("public_set.trial_number") !=
        std::string::npos);
  CHECK(refused(R"({"weights": {"r/a": 1000001}})").find("public_set.trial_number") !=
        std::string::npos);
  CHECK(refused(R"({"weights": {"r/a": 1.5}})").find("public_set.trial_number") !=
        std::string::npos);
  CHECK(refused(R"({"weights": 3})").find("public_set.trial_key") != std::string::npos);
  CHECK(refused(R"({"count": {"min": 3, "max": 2}})").find("min_above_max") != std::string::npos);
  CHECK(refused(R"({"count": {"exactly": 2}})").find("public_set.trial_key") != std::string::npos);
  CHECK(refused(R"({"budget": "banyak"})").find("public_set.trial_number") != std::string::npos);
}

TEST_CASE("Criteria that are none, and weights that are all zero, are refused") {
  const OneOfThree region;
  const auto of = [&](const char* trial) { return refusals_of([&] { region.with(trial); }); };
  CHECK(of(R"({"weights": {"r/c": 1}})").find("public_set.no_such_criterion") != std::string::npos);
  CHECK(of(R"({"weights": {"r/a": 0, "r/b": 0}})").find("choice.scenario.no_weight") !=
        std::string::npos);
}

TEST_CASE("Where the problem is not open nothing is tried, and it says which fields to open") {
  const OneOfThree region;
  auto set = region.set();
  set.open.problem = false;
  set.open.closed_fields = {"budgets"};
  const auto told = refusals_of([&] { tried_publicly(set, {}, patient()); });
  CHECK(told.find("public_set.closed_fields") != std::string::npos);
  CHECK(told != "");
}
