// Weights that follow from an order, from comparisons or from the data.
#include "pilah/registry/choice/weighting.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::catalogue::Refusal;
using pilah::catalogue::RegionCode;
using pilah::tests::DrawnChoice;
using pilah::tests::sentences;

using List = std::vector<std::string>;
using Weights = std::map<std::string, std::int64_t>;

namespace {

Scenario read(const std::string& members) {
  const std::string json = R"({"rules": [{"plugin": "r"}], )" + members + "}";
  return read_scenario(pilah::catalogue::parse_json(json).as_object(), *RegionCode::parse("13.11"));
}

template <class Act>
List refused(Act act) {
  try {
    act();
  } catch (const Refusal& refusal) {
    List all;
    for (const auto& message : refusal.messages()) {
      CHECK(sentences().knows(message.kind));
      all.push_back(message.pointer + " " + message.kind);
    }
    return all;
  }
  return {};
}

List wrong(const std::string& members) {
  return refused([&] { read(members); });
}

/// Criteria r/a, r/b, ... of one candidate each value of which is a half.
Findings found(std::size_t criteria) {
  Findings findings;
  for (std::size_t c = 0; c < criteria; ++c) {
    FoundCriterion one;
    one.rule = "r";
    one.criterion = std::string(1, static_cast<char>('a' + c));
    one.title = {"Uji " + one.criterion, "Test " + one.criterion};
    findings.criteria.push_back(std::move(one));
  }
  return findings;
}

struct Weighed {
  Weights weights;
  boost::json::object weighting;
  List notes;  // in English
};

Weighed weighed(const std::string& members, std::size_t criteria) {
  auto scenario = read(members);
  const auto findings = found(criteria);
  derive_weights(scenario, findings, {});
  boost::json::object result{{"notes", boost::json::array()}};
  tell_weights(scenario, findings, result);
  Weighed told{scenario.weights, result.at("weighting").as_object(), {}};
  for (const auto& note : result.at("notes").as_array()) {
    told.notes.push_back(say(note.as_object(), sentences(), Language::kEnglish));
  }
  return told;
}

}  // namespace

TEST_CASE("By rank the weights are centroids, in millionths that add up to a million") {
  const auto told = weighed(
      R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/b"], ["r/a"], ["r/c"]]})", 3);
  CHECK(told.weights == Weights{{"r/a", 277'778}, {"r/b", 611'111}, {"r/c", 111'111}});
  CHECK(told.weighting ==
        boost::json::object{{"by", "rank"}, {"reason", "rapat"}, {"decided_by", "Sekda"}});
  CHECK(told.notes == List{"Weights from the order of importance in the scenario: Test b 61.1%, "
                           "Test a 27.8%, Test c 11.1%.",
                           "Sekda decided on these weights: rapat"});
}

TEST_CASE(
    "Equals of a rank share their places, and who is not ranked weighs nothing and is named") {
  const auto told =
      weighed(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a", "r/b"]]})", 3);
  CHECK(told.weights == Weights{{"r/a", 500'000}, {"r/b", 500'000}, {"r/c", 0}});
  REQUIRE(told.notes.size() == 3);
  CHECK(told.notes[1] == "Not named in \"weighting\", so they weigh nothing: Test c.");
}

TEST_CASE("In pairs the weights are the eigenvector, and what agrees is consistent") {
  const auto told = weighed(
      R"("weighting": {"reason": "rapat", "by": "Sekda", "pairs": [["r/a", "r/b", 2], ["r/c", "r/b", "1/2"], ["r/a", "r/c", 4]]})",
      3);
  CHECK(told.weights == Weights{{"r/a", 571'429}, {"r/b", 285'714}, {"r/c", 142'857}});
  CHECK(told.weighting.at("by") == "pairs");
  CHECK(told.weighting.at("consistency_ratio") == 0);
  CHECK(told.notes.size() == 2);
}

TEST_CASE("Comparisons that contradict one another are told, and which one the most") {
  const auto told = weighed(
      R"("weighting": {"reason": "rapat", "by": "Sekda", "pairs": [["r/a", "r/b", 2], ["r/a", "r/c", 2], ["r/a", "r/d", 0.5],
                                 ["r/b", "r/c", 1], ["r/b", "r/d", 2], ["r/c", "r/d", 2]]})",
      4);
  CHECK(told.weighting.at("consistency_ratio").as_int64() > 100'000);
  CHECK(told.weighting.at("contradiction") ==
        boost::json::object{
            {"first", "r/d"}, {"second", "r/a"}, {"said", 2'000'000}, {"implied", 250'000}});
  REQUIRE(told.notes.size() == 3);
  CHECK(told.notes[1].find("\"Test d\" is said to be 2 times as important as \"Test a\", while by "
                           "the other comparisons it is \"Test a\" that is 4 times as important "
                           "as \"Test d\".") != std::string::npos);
}

TEST_CASE("By entropy a criterion on which the eligible are alike weighs nothing") {
  DrawnChoice choice;
  choice.entry("A", 0.2, 0.5);
  choice.entry("B", 0.9, 0.5);
  choice.entry("Tanpa biaya", 0.5, 0.9).budgets.clear();
  choice.choose(R"("weighting": {"reason": "rapat", "by": "Sekda", "entropy": true})");
  const auto& criteria = choice.result().at("criteria").as_array();
  CHECK(criteria[0].at("weight") == 1'000'000);
  CHECK(criteria[1].at("weight") == 0);
  CHECK(choice.result().at("weighting") ==
        boost::json::object{{"reason", "rapat"}, {"decided_by", "Sekda"}, {"by", "entropy"}});
  const auto notes = choice.sentences_of("notes");
  REQUIRE(notes.size() == 3);
  CHECK(notes[0].find("entropy): Test A 100.0%.") != std::string::npos);
  CHECK(notes[2].find("Sekda") != std::string::npos);
}

TEST_CASE("Entropy needs two eligible candidates") {
  DrawnChoice choice;
  choice.entry("A");
  choice.entry("Tanpa biaya").budgets.clear();
  CHECK(refused([&] {
          choice.choose(R"("weighting": {"reason": "rapat", "by": "Sekda", "entropy": true})");
        }) == List{"/weighting/entropy choice.scenario.entropy_too_few"});
}

TEST_CASE("Where all candidates are alike, all criteria weigh the same by entropy") {
  DrawnChoice choice;
  choice.entry("A");
  choice.entry("B");
  choice.choose(R"("weighting": {"reason": "rapat", "by": "Sekda", "entropy": true})");
  CHECK(choice.result().at("criteria").at(0).at("weight") == 500'000);
}

TEST_CASE("A criterion that no rule has is refused where it stands") {
  CHECK(refused([] {
          weighed(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a"], ["r/x"]]})",
                  2);
        }) == List{"/weighting/rank/1/0 choice.scenario.unknown_criterion"});
  CHECK(refused([] {
          weighed(
              R"("weighting": {"reason": "rapat", "by": "Sekda", "pairs": [["r/a", "r/x", 2]]})",
              2);
        }) == List{"/weighting/pairs/0/1 choice.scenario.unknown_criterion"});
  CHECK(wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a"], ["q/a"]]})") ==
        List{"/weighting/rank/1/0 choice.scenario.criterion_of_no_rule"});
}

TEST_CASE("A weighting is read strictly, and all that is wrong with it is told") {
  const std::string at = "/weighting";
  CHECK(wrong(R"("weighting": 3)") == List{at + " json.wrong_type"});
  CHECK(wrong(R"("weighting": {})") == List{at + " choice.scenario.weighting_one_of"});
  CHECK(
      wrong(
          R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a"]], "entropy": true})") ==
      List{at + " choice.scenario.weighting_one_of"});
  CHECK(wrong(R"("weighting": {"ranks": [["r/a"]]})") == List{at + "/ranks json.unknown_key"});
  CHECK(wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "entropy": false})") ==
        List{at + "/entropy choice.scenario.entropy_not_true"});
  CHECK(wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": []})") ==
        List{at + "/rank choice.scenario.weighting_empty"});
  CHECK(wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [[]]})") ==
        List{at + "/rank/0 choice.scenario.weighting_empty"});
  CHECK(wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": ["r/a"]})") ==
        List{at + "/rank/0 json.wrong_type"});
  CHECK(wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a", 5]]})") ==
        List{at + "/rank/0/1 json.wrong_type"});
  CHECK(
      wrong(
          R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a"], ["r/b", "r/a"], ["r/b"]]})") ==
      List{at + "/rank/1/1 choice.scenario.criterion_twice",
           at + "/rank/2/0 choice.scenario.criterion_twice"});
}

TEST_CASE("Comparisons are numbers from 1/9 to 9, each two criteria once") {
  const std::string at = "/weighting/pairs";
  const auto pairs = [](const std::string& list) {
    return wrong(R"("weighting": {"reason": "rapat", "by": "Sekda", "pairs": [)" + list + "]}");
  };
  CHECK(pairs(R"(["r/a", "r/b", 9], ["r/a", "r/c", "1/9"], ["r/b", "r/c", 2.5])").empty());
  CHECK(pairs("") == List{at + " choice.scenario.weighting_empty"});
  CHECK(pairs(R"(["r/a", "r/b"])") == List{at + "/0 choice.scenario.pair_malformed"});
  CHECK(pairs(R"({"r/a": 3})") == List{at + "/0 choice.scenario.pair_malformed"});
  CHECK(pairs(R"(["r/a", "r/a", 1])") == List{at + "/0 choice.scenario.pair_of_one"});
  for (const char* ratio : {"0", "10", "-2", "0.1", "\"3/0\"", "\"1/10\"", "\"three\"", "\"\"",
                            "null", "true", "[3]"}) {
    INFO(ratio);
    CHECK(pairs(std::string(R"(["r/a", "r/b", )") + ratio + "]") ==
          List{at + "/0/2 choice.scenario.ratio_malformed"});
  }
  CHECK(pairs(R"(["r/a", "r/b", 3], ["r/b", "r/a", "1/3"])") ==
        List{at + "/1 choice.scenario.pair_twice"});
  CHECK(pairs(R"(["r/a", "r/b", 3], ["r/b", "r/c", 3], ["r/c", "r/d", 3])") ==
        List{at + " choice.scenario.pair_missing", at + " choice.scenario.pair_missing",
             at + " choice.scenario.pair_missing"});
  std::string many;
  for (int i = 0; i < 16; ++i) {
    many += (i == 0 ? "" : ", ") + std::string(R"(["r/a", "r/)") + std::to_string(i) + R"(", 2])";
  }
  CHECK(pairs(many) == List{at + " choice.scenario.too_many_compared"});
}

TEST_CASE("A pair that is missing is named by both criteria") {
  try {
    read(
        R"("weighting": {"reason": "rapat", "by": "Sekda", "pairs": [["r/a", "r/b", 3], ["r/b", "r/c", 3]]})");
    FAIL("it was taken");
  } catch (const Refusal& refusal) {
    CHECK(
        sentences().say(refusal.messages().front(), Language::kEnglish) ==
        "\"r/a\" is not compared with \"r/c\" yet; add how many times as important the first is.");
  }
}

TEST_CASE("Weights beside a weighting are refused unless they are its own") {
  CHECK(
      wrong(
          R"("weights": {"r/a": 3}, "weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a"], ["r/b"]]})") ==
      List{"/weighting choice.scenario.weights_and_weighting"});
  CHECK(
      refused([] {
        weighed(
            R"("weights": {"r/a": 1, "r/b": 999999}, "weighting": {"reason": "rapat", "by": "Sekda", "entropy": true})",
            2);
      }).size() == 1);
  const std::string own =
      R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/a"], ["r/b"]]})";
  CHECK(wrong(R"("weights": {"r/a": 750000, "r/b": 250000, "r/c": 1}, )" + own).size() == 1);
  CHECK(wrong(R"("weights": {"r/a": 750000, "r/b": 250000, "r/c": 0}, )" + own).empty());
}

TEST_CASE("A selection's scenario, with its weighting and the weights of it, can be run again") {
  auto scenario =
      read(R"("weighting": {"reason": "rapat", "by": "Sekda", "rank": [["r/b"], ["r/a"]]})");
  derive_weights(scenario, found(3), {});
  const auto kept = scenario_json(scenario);
  CHECK(kept.at("weighting") ==
        boost::json::parse(R"({"reason": "rapat", "by": "Sekda", "rank": [["r/b"], ["r/a"]]})"));
  auto again = read_scenario(kept, *RegionCode::parse("13.11"));
  derive_weights(again, found(3), {});
  CHECK(scenario_json(again) == kept);
}
