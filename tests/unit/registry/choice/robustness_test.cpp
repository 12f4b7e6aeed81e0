// How sure a choice is, on problems that are small enough to work out by hand.
#include "pilah/registry/choice/robustness.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/documents/robustness.hpp"
#include "stored_record.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::catalogue::SelectionRecord;
using pilah::selection::Ratio;
using pilah::tests::DrawnChoice;
using pilah::tests::patient;
using pilah::tests::record_of;
using pilah::tests::sentences;

using List = std::vector<std::string>;

namespace {

/// With weights 3 and 1: Anyaman .7, Bersih .65, Cahaya .4, Desa .1.
DrawnChoice four() {
  DrawnChoice choice;
  const auto add = [&](const char* name, double a, double b, std::int64_t cost) {
    choice.entry(name, a, b).budgets.front().amount = pilah::catalogue::Rupiah{cost};
  };
  add("Anyaman", 0.9, 0.1, 100);
  add("Bersih", 0.6, 0.8, 100);
  add("Cahaya", 0.2, 1.0, 50);
  add("Desa", 0.1, 0.1, 10);
  return choice;
}

SelectionRecord two_of_four(const std::string& more = {}) {
  auto choice = four();
  choice.choose(R"("count": {"min": 2, "max": 2})" + more);
  return record_of(choice);
}

Robustness told(const SelectionRecord& record) {
  return robustness(StoredChoice(record), patient());
}

List said(const Said& said, Language language = Language::kEnglish) {
  List all;
  for (const auto& each : said) all.push_back(say(each, sentences(), language));
  return all;
}

List names(const boost::json::array& candidates) {
  List all;
  for (const auto& each : candidates) all.emplace_back(each.at("name").as_string());
  return all;
}

}  // namespace

TEST_CASE("A weight keeps the set up to where another set is worth the same, and says who comes") {
  const auto part = told(two_of_four()).weights;
  REQUIRE(part.criteria.size() == 2);
  // Anyaman is worth as much as Cahaya where .9 t + .1 = .2 t + 1.
  const auto& a = *part.criteria[0].range;
  CHECK(part.criteria[0].share == 750'000);
  CHECK(a.least == Ratio{9, 7});
  CHECK(a.least_share == 562'500);
  REQUIRE(a.below);
  CHECK(names(a.below->enter) == List{"Cahaya"});
  CHECK(names(a.below->leave) == List{"Anyaman"});
  CHECK_FALSE(a.above);
  CHECK(part.criteria[1].range->most == Ratio{7, 3});
  CHECK(part.criteria[1].range->most_share == 437'500);
  REQUIRE(part.smallest);
  CHECK(part.smallest->criterion == 0);
  CHECK_FALSE(part.smallest->up);
  CHECK(said(part.said) == List{"The most delicate is \"Test A\", which has 75.0% of the weight; "
                                "below 56.3% Cahaya would replace Anyaman."});
  CHECK(said(part.said, Language::kIndonesian) ==
        List{"Yang paling peka: \"Uji A\". Bobotnya sekarang 75,0%; di bawah 56,3% Cahaya "
             "menggantikan Anyaman."});
}

TEST_CASE(
    "Under all weights one is always in, one never, and one that is out more often than one "
    "that is in") {
  const auto part = told(two_of_four()).acceptability;
  CHECK(part.samples == 9604);
  CHECK(part.error == 10'000);
  REQUIRE(part.candidates.size() == 4);
  List order;
  for (const auto& one : part.candidates) order.emplace_back(one.candidate.at("name").as_string());
  CHECK(order == List{"Bersih", "Cahaya", "Anyaman", "Desa"});
  CHECK(part.candidates[0].times == 9604);
  // Cahaya is in where Test A has less than 9/16 of the weight.
  CHECK(std::abs(static_cast<double>(part.candidates[1].times) / 9604 - 9.0 / 16) < 0.015);
  CHECK(part.candidates[1].times + part.candidates[2].times == 9604);
  CHECK(part.candidates[3].times == 0);
  CHECK(part.candidates[3].central_weights.empty());
  // Who chooses Cahaya gives Test A between 0 and 9/16, the mean of which is 9/32.
  CHECK(std::abs(static_cast<double>(part.candidates[1].central_weights[0]) / 1e6 - 9.0 / 32) <
        0.01);
  const auto sentences = said(part.said);
  REQUIRE(sentences.size() == 5);
  CHECK(sentences[0] == "Whatever the weights, 1 of the 2 chosen are in: Bersih.");
  CHECK(sentences[2].find("Cahaya is not chosen, though it is in under 56.") == 0);
  CHECK(sentences[3] == "1 of the 2 that are not chosen are in under none of them.");
}

TEST_CASE("Without a limit only the sets around the choice are told") {
  const auto part = told(two_of_four()).budget;
  CHECK_FALSE(part.limit);
  CHECK(part.used == 200);
  List points;
  for (const auto& point : part.points) {
    points.push_back(std::to_string(*point.set.cost) + " " + std::to_string(point.set.points) +
                     (point.chosen ? " *" : ""));
  }
  CHECK(points == List{"200 0 *", "150 -250000", "110 -550000", "60 -850000"});
  CHECK(said(part.said).front() ==
        "The scenario does not limit the budget, so more of it changes nothing; this set costs Rp "
        "200.");
  CHECK(said(part.said)[1] ==
        "To save Rp 50 would cost 250,000 points: Cahaya would replace Bersih.");
}

TEST_CASE("A little more budget, and one place more, buy what they buy") {
  const auto part = told(two_of_four(R"(, "limits": [{"resource": "budget", "max": 160}])")).budget;
  CHECK(part.limit == 160);
  CHECK(part.used == 150);
  REQUIRE(part.next_step);
  CHECK(part.next_step_more == 40);
  CHECK(part.next_step->points == 250'000);
  CHECK(names(part.next_step->exchange.enter) == List{"Bersih"});
  REQUIRE(part.next_place);
  CHECK(names(part.next_place->exchange.enter) == List{"Desa"});
  CHECK(said(part.said) ==
        List{"With Rp 40 more budget (Rp 200 in all) a set is possible that is 250,000 points "
             "better: Bersih would replace Cahaya.",
             "To save Rp 40 would cost 300,000 points: Desa would replace Cahaya.",
             "With one place more Desa would come in: 100,000 points more, for Rp 10 more."});
  const auto enough =
      told(two_of_four(R"(, "limits": [{"resource": "budget", "max": 1000}])")).budget;
  CHECK(said(enough.said).front() ==
        "More budget, however much, would not make the set better; of Rp 1,000 it uses Rp 200.");
}

TEST_CASE("The best sets, and the best that differs in two, come with their price") {
  const auto all = told(two_of_four());
  REQUIRE(all.best.sets.size() == 5);
  std::vector<std::int64_t> points;
  for (const auto& set : all.best.sets) points.push_back(set.points);
  CHECK(points == std::vector<std::int64_t>{0, -250'000, -300'000, -550'000, -600'000});
  CHECK(said(all.best.said) == List{"The second best set has 250,000 points (18.5%) less: Cahaya "
                                    "would replace Bersih."});
  REQUIRE(all.different.set);
  CHECK(all.different.set->points == -850'000);
  CHECK(names(all.different.set->exchange.enter) == List{"Cahaya", "Desa"});
}

TEST_CASE("What the chosen contribute is the mean over the orders in which they can join") {
  // Worth without both .5, with Anyaman 1.1, with Bersih 1.05, with both 1.35.
  const auto part = told(two_of_four()).contributions;
  REQUIRE(part.members.size() == 2);
  CHECK(part.members[0].points == 450'000);
  CHECK(part.members[1].points == 400'000);
  CHECK(said(part.said) == List{"Hardest to replace is Anyaman, which contributes 450,000 points; "
                                "easiest is Bersih, with 400,000."});
}

TEST_CASE(
    "Where the chosen cannot be done without, contributions have no number, and why is told") {
  auto choice = four();
  choice.choose(R"("count": {"min": 3, "max": 3})");
  const auto part = told(record_of(choice)).contributions;
  CHECK(part.members.empty());
  CHECK(said(part.said) ==
        List{"If all of the chosen were out, no set would meet all constraints (at least 3 are "
             "chosen, of 4 that are eligible), so what each contributes has no number."});
}

TEST_CASE("Who is in or out against three of the four other methods is named") {
  const auto agreed = told(two_of_four()).rankings;
  CHECK(agreed.chosen_against.empty());
  CHECK(agreed.rejected_against.empty());
  CHECK(said(agreed.said) ==
        List{"Nobody is in or out against three of the four other methods (their first 2)."});
  // By distances from the ideal of both criteria the ranks are those of the score.
  List order;
  for (const auto& one : agreed.candidates) {
    CHECK(one.spotis == one.place);
    order.emplace_back(one.candidate.at("name").as_string());
  }
  CHECK(order == List{"Anyaman", "Bersih", "Cahaya", "Desa"});

  auto choice = four();
  choice.choose(R"("count": {"min": 2, "max": 2}, "exclude": [{"id": ")" + choice.id("Anyaman") +
                R"(", "reason": "tahun depan", "by": "Bappeda"}])");
  const auto against = told(record_of(choice)).rankings;
  CHECK(names(against.chosen_against) == List{"Cahaya"});
  CHECK(names(against.rejected_against) == List{"Anyaman"});
  CHECK(said(against.said).size() == 3);
}

TEST_CASE("Of an infeasible selection each part says why it has no answer, but for the ranking") {
  auto choice = four();
  choice.choose(R"("count": {"min": 5})");
  const auto all = told(record_of(choice));
  const List why = {
      "No set meets all constraints, so there is nothing to examine here. What cannot hold "
      "together: pilah explain SELECTION"};
  for (const Said* part : {&all.weights.said, &all.acceptability.said, &all.budget.said,
                           &all.best.said, &all.different.said, &all.contributions.said}) {
    CHECK(said(*part) == why);
  }
  CHECK(all.rankings.candidates.size() == 4);
  CHECK(said(all.rankings.said) ==
        List{"A ranking of the candidates only; there is no set to compare."});
  CHECK(all.complete);
  const auto document = robustness_document(record_of(choice), all, sentences());
  CHECK(document.at("status") == "infeasible");
  CHECK(document.at("best").at("sets").as_array().empty());
}

TEST_CASE("A set that is not proven the best gets no answers") {
  auto record = two_of_four();
  record.result["status"] = "limit";
  const auto all = told(record);
  CHECK(said(all.weights.said) ==
        List{"The search ended before this set was proven to be the best, so this cannot be "
             "answered."});
  CHECK(said(all.acceptability.said) == said(all.weights.said));
}

TEST_CASE("One candidate alone: nothing replaces it, nothing ranks it") {
  DrawnChoice choice;
  choice.entry("Anyaman");
  choice.choose(R"("count": {"max": 1})");
  const auto all = told(record_of(choice));
  CHECK(said(all.best.said).front().find("The second best set") == 0);  // the empty one
  CHECK(said(all.contributions.said) ==
        List{"Anyaman contributes 500,000 points that no other candidate could bring."});
  CHECK(said(all.rankings.said) ==
        List{"A comparison with other methods needs at least two candidates."});
  choice.choose(R"("count": {"min": 1, "max": 1})");
  const auto demanded = told(record_of(choice));
  CHECK(said(demanded.best.said) == List{"No other set meets all constraints."});
  CHECK(said(demanded.different.said) ==
        List{"No set in which at least 1 are others meets all constraints: at least 1 are chosen, "
             "of 1 that are eligible."});
  CHECK(said(demanded.acceptability.said).front() ==
        "Whatever the weights, the 1 chosen stay the same.");
}

TEST_CASE("Where all values are equal no weight matters, and another set is as good") {
  DrawnChoice choice;
  for (const char* name : {"A", "B", "C", "D"}) choice.entry(name, 0.5, 0.5);
  choice.choose(R"("count": {"min": 2, "max": 2})");
  const auto all = told(record_of(choice));
  CHECK(said(all.weights.said) ==
        List{"The weight of any one criterion can be changed as one likes: the set stays."});
  CHECK(said(all.acceptability.said).front() ==
        "Whatever the weights, the 2 chosen stay the same.");
  CHECK(said(all.best.said) == List{"Another set has exactly the same score: C would replace B."});
  for (const auto& one : all.rankings.candidates) CHECK(one.place == 1);
}

TEST_CASE("With one criterion its weight changes nothing") {
  DrawnChoice choice;
  choice.entry("A", 0.9, 0.9);
  choice.entry("B", 0.4, 0.4);
  choice.choose(R"("count": {"min": 1, "max": 1})");
  auto record = record_of(choice);
  record.result.at("criteria").as_array().pop_back();
  for (auto& one : record.result.at("candidates").as_array()) {
    one.at("criteria").as_array().pop_back();
  }
  const auto all = told(record);
  CHECK(said(all.weights.said) ==
        List{"There is one criterion only, so its weight changes nothing."});
  CHECK(said(all.acceptability.said).front() ==
        "Whatever the weights, the 1 chosen stay the same.");
}

TEST_CASE("A criterion that weighs nothing in the scenario is not given weight by any draw") {
  const auto part =
      told(two_of_four(R"(, "weights": {"r/a": {"weight": 1, "reason": "rapat", "by": "Sekda"},
                                             "r/b": {"weight": 0, "reason": "rapat", "by": "Sekda"}})"))
          .acceptability;
  CHECK(said(part.said).front() == "Whatever the weights, the 2 chosen stay the same.");
  CHECK(part.candidates.front().central_weights == std::vector<std::int64_t>{1'000'000, 0});
}

TEST_CASE("An order of importance is kept by all draws, and said") {
  const auto part =
      told(two_of_four(
               R"(, "weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/b"], ["r/a"]]})"))
          .acceptability;
  CHECK(said(part.said).front() ==
        "The scenario's order of importance is kept; only how far apart the criteria are is "
        "varied.");
  for (const auto& one : part.candidates) {
    if (one.times == 0) continue;
    CHECK(one.central_weights[1] >= one.central_weights[0]);
  }
  const auto equals =
      told(two_of_four(
               R"(, "weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/b", "r/a"]]})"))
          .acceptability;
  CHECK(said(equals.said).front() == "Whatever the weights, 1 of the 2 chosen are in: Bersih.");
}

TEST_CASE("Weights too large to be reckoned with are refused in words") {
  const auto part =
      told(
          two_of_four(
              R"(, "weights": {"r/a": {"weight": 9007199254740992, "reason": "rapat", "by": "Sekda"},
                                     "r/b": 1})"))
          .weights;
  CHECK(part.criteria.empty());
  CHECK(said(part.said) == List{"The weights are too large to be reckoned with here; write them "
                                "as small numbers, e.g. 3, 2, 1."});
}

TEST_CASE("When the time is out, what was not told says so and the answer is not complete") {
  const auto record = two_of_four();
  std::int64_t now = 0;
  const Deadline deadline([&now] { return now += 1000; }, 2000);
  const auto all = robustness(StoredChoice(record), deadline);
  CHECK_FALSE(all.complete);
  CHECK(said(all.acceptability.said).front().find("The time ran out") == 0);
  CHECK(said(all.best.said).front().find("The time ran out") == 0);
  CHECK(all.rankings.candidates.size() == 4);
  CHECK(robustness_document(record, all, sentences()).at("complete") == false);
}

TEST_CASE("The document has each part's numbers and its sentences in both languages") {
  const auto record = two_of_four();
  const auto document = robustness_document(record, told(record), sentences());
  const boost::json::value whole = document;
  const auto at = [&](const char* pointer) {
    boost::json::error_code error;
    const auto* found = whole.find_pointer(pointer, error);
    return found ? *found : boost::json::value("nothing there");
  };
  CHECK(at("/weights/criteria/0/range/least") ==
        boost::json::object{{"numerator", 9}, {"denominator", 7}});
  CHECK(at("/weights/criteria/0/range/above").is_null());
  CHECK(at("/weights/smallest_change") ==
        boost::json::object{{"criterion", "r/a"}, {"direction", "down"}, {"share", 562'500}});
  CHECK(at("/acceptability/candidates/0/held") == "always");
  CHECK(at("/acceptability/candidates/1/held") == "sometimes");
  CHECK(at("/acceptability/candidates/3/held") == "never");
  CHECK(at("/budget/points/1/points") == -250'000);
  CHECK(at("/budget/next_step").is_null());
  CHECK(at("/best/sets/1/enter/0/name") == "Cahaya");
  CHECK(at("/different/set/leave/1/name") == "Bersih");
  CHECK(at("/contributions/members/0/points") == 450'000);
  CHECK(at("/rankings/candidates/0/promethee_ii") == 1);
  for (const char* part :
       {"weights", "acceptability", "budget", "best", "different", "contributions", "rankings"}) {
    for (const auto& one : document.at(part).at("said").as_array()) {
      CHECK_FALSE(one.at("text").at("id").as_string().empty());
      CHECK_FALSE(one.at("text").at("en").as_string().empty());
    }
  }
}
