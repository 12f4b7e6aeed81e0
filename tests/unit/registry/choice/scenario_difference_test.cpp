#include "pilah/registry/choice/scenario_difference.hpp"

#include <boost/json.hpp>

#include "support/catch.hpp"

using namespace pilah::registry;
using List = std::vector<std::string>;

namespace {

/// "part: before -> after" of each difference.
List differences(const char* before, const char* after) {
  List all;
  for (const auto& one : scenario_differences(boost::json::parse(before).as_object(),
                                              boost::json::parse(after).as_object())) {
    all.push_back(one.part + ": " + boost::json::serialize(one.before) + " -> " +
                  boost::json::serialize(one.after));
  }
  return all;
}

}  // namespace

TEST_CASE("Scenarios that are the same differ in nothing, whatever they are called") {
  CHECK(
      differences(R"({"name": "a", "count": {"min": 8}})", R"({"name": "b", "count": {"min": 8}})")
          .empty());
}

TEST_CASE("Each member that differs is told at its place, with what it was and is") {
  CHECK(differences(R"({"count": {"min": 8, "max": 8}, "values": "claimed"})",
                    R"({"count": {"min": 8, "max": 10}, "values": "verified"})") ==
        List{"/count/max: 8 -> 10", "/values: \"claimed\" -> \"verified\""});
  CHECK(differences(R"({"weights": {"r/a": 3}})",
                    R"({"weights": {"r/a": {"weight": 5, "reason": "x", "by": "y"}}})") ==
        List{R"(/weights/r~1a: 3 -> {"weight":5,"reason":"x","by":"y"})"});
}

TEST_CASE("Elements of a list go by what they are about: their order is no difference") {
  CHECK(differences(
            R"({"bounds": [{"group": "area:*", "max": 1}, {"group": "village:*", "min": 2}]})",
            R"({"bounds": [{"group": "village:*", "min": 3}, {"group": "area:*", "max": 1}]})") ==
        List{"/bounds/village:*/min: 2 -> 3"});
  CHECK(differences(R"({"include": []})",
                    R"({"include": [{"id": "x", "reason": "a promise", "by": "Sekda"}]})") ==
        List{R"(/include/x: null -> {"reason":"a promise","by":"Sekda"})"});
  CHECK(differences(R"({"exclude": [{"id": "x", "reason": "r", "by": "b"}]})",
                    R"({"exclude": []})") ==
        List{R"(/exclude/x: {"reason":"r","by":"b"} -> null)"});
}

TEST_CASE("A list without such names, or with one name twice, is told as a whole") {
  CHECK(differences(R"({"weighting": {"rank": [["a"], ["b"]]}})",
                    R"({"weighting": {"rank": [["b"], ["a"]]}})") ==
        List{R"(/weighting/rank: [["a"],["b"]] -> [["b"],["a"]])"});
  CHECK(differences(R"({"bounds": [{"group": "g", "min": 1}, {"group": "g", "max": 2}]})",
                    R"({"bounds": [{"group": "g", "min": 1}]})")
            .size() == 1);
}

TEST_CASE("Versions of rules are told elsewhere, their parameters here") {
  CHECK(
      differences(R"({"rules": [{"plugin": "r", "version": "1.0.0", "parameters": {"m": 12}}]})",
                  R"({"rules": [{"plugin": "r", "version": "1.1.0", "parameters": {"m": 24}}]})") ==
      List{"/rules/r/parameters/m: 12 -> 24"});
}

TEST_CASE("No more differences are told than anybody reads") {
  boost::json::object before, after;
  for (int i = 0; i < 1000; ++i) after["k" + std::to_string(i)] = i;
  CHECK(scenario_differences(before, after).size() == kMostScenarioDifferences);
}
