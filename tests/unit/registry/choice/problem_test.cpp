// From candidates to the problem: groups, bounds, relations, what is forced.
#include <algorithm>

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/problem_of.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;

using Names = std::vector<std::string>;

namespace {

std::string json(const boost::json::value& value) { return boost::json::serialize(value); }

/// "pointer kind" of the refusal's messages; empty: it was chosen.
Names refused(DrawnChoice& choice, const std::string& members) {
  try {
    choice.choose(members);
  } catch (const Refusal& refusal) {
    Names all;
    for (const auto& message : refusal.messages()) {
      INFO(message.kind);
      CHECK(pilah::tests::sentences().knows(message.kind));
      all.push_back(message.pointer + " " + message.kind);
    }
    return all;
  }
  return {};
}

}  // namespace

TEST_CASE("A candidate is in the groups of its dimension, areas, owner, places and the rule's") {
  DrawnChoice choice;
  auto& entry = choice.entry("a");
  entry.mappings.push_back({"learning", false, MappedBy::kPerson, true, std::nullopt, ""});
  entry.mappings.push_back({"waste", false, MappedBy::kSuggestion, false, std::nullopt, ""});
  entry.places = {{"", "", "Sangir", "Lubuk Gadang"}, {"", "", "Sangir", ""}};
  choice.group({"a"}, std::nullopt, std::nullopt);
  choice.choose("");
  CHECK(choice.groups("a") == Names{"dimension:smart-living", "area:health", "area:learning",
                                    "organisation:DINKES", "subdistrict:Sangir",
                                    "village:Lubuk Gadang", "rule:r/g"});
}

TEST_CASE("An area that is only suggested gives no dimension") {
  DrawnChoice choice;
  choice.entry("a").mappings.front().confirmed = false;
  choice.choose("");
  CHECK(choice.groups("a") == Names{"organisation:DINKES"});
}

TEST_CASE("The cost is a resource with or without a maximum, others where they are limited") {
  DrawnChoice choice;
  choice.entry("a");
  choice.choose("");
  CHECK(json(choice.problem().at("limits")) == R"([{"resource":"budget"}])");
  CHECK(json(choice.problem().at("candidates").at(0).at("uses")) == R"({"budget":100})");
  choice.choose(R"("limits": [{"resource": "staff", "max": 5}, {"resource": "budget", "max": 7}])");
  CHECK(json(choice.problem().at("limits")) ==
        R"([{"resource":"staff","max":5},{"resource":"budget","max":7}])");
  CHECK(json(choice.problem().at("candidates").at(0).at("uses")) == R"({"budget":100,"staff":2})");
}

TEST_CASE("Of two equally good candidates the cheaper one is taken, then the first in order") {
  DrawnChoice choice;
  choice.entry("a");
  choice.entry("b").budgets.front().amount = Rupiah{99};
  choice.entry("c").budgets.front().amount = Rupiah{99};
  choice.choose(R"("count": {"min": 1, "max": 1})");
  CHECK(choice.chosen() == Names{"b"});
  CHECK(choice.result().at("optimal_sets") == 3);
  CHECK(choice.reasons("a") == Names{"as good as b; what decided: the lower total of cost"});
  CHECK(choice.reasons("c") ==
        Names{"as good as b; what decided: the order of the candidates (owner code, then name)"});
}

TEST_CASE("The rule's groups bring their default bounds, the scenario's stand above them") {
  DrawnChoice choice;
  for (const char* name : {"a", "b", "c"}) choice.entry(name);
  choice.group({"a", "b", "c"}, std::nullopt, 2);
  choice.choose("");
  CHECK(json(choice.problem().at("bounds")) == R"([{"group":"rule:r/g","max":2}])");
  CHECK(choice.chosen().size() == 2);
  CHECK(choice.sentences_of("binding") == Names{"at most 2 of group \"tested group\""});
  choice.choose(R"("bounds": [{"group": "rule:r/g", "max": 1}])");
  CHECK(json(choice.problem().at("bounds")) == R"([{"group":"rule:r/g","max":1}])");
  choice.choose(R"("bounds": [{"group": "rule:*", "max": 3}])");
  CHECK(choice.chosen().size() == 3);
  CHECK_THROWS_AS(choice.choose(R"("bounds": [{"group": "rule:r/h", "max": 3}])"), Refusal);
}

TEST_CASE("Relations become requires and excludes where the scenario says so, with their source") {
  DrawnChoice choice;
  for (const char* name : {"a", "b", "c"}) choice.entry(name);
  choice.relate(RelationKind::kNeeds, "a", "b");
  choice.relate(RelationKind::kVariantOf, "c", "a");
  choice.relate(RelationKind::kContinues, "b", "c");
  choice.choose("");
  CHECK(choice.pairs("requires").empty());
  CHECK(choice.pairs("excludes").empty());
  choice.choose(R"("relations": {"needs": "requires", "variant-of": "excludes"})");
  CHECK(choice.pairs("requires") == Names{"a>b"});
  CHECK(choice.pairs("excludes") == Names{"a|c"});
  const auto& relations = choice.result().at("relations").as_array();
  REQUIRE(relations.size() == 2);
  CHECK(relations.at(0).at("relation") ==
        boost::json::string_view(choice.view.relations.front().id.text()));
  CHECK(relations.at(0).at("kind") == "needs");
  CHECK(relations.at(0).at("as") == "requires");
}

TEST_CASE("Who needs what cannot come in cannot come in, along the whole chain") {
  DrawnChoice choice;
  for (const char* name : {"a", "b", "c", "d"}) choice.entry(name);
  choice.view.innovations.back().status = Status::kDraft;
  choice.refuse("c");
  choice.relate(RelationKind::kNeeds, "a", "b");
  choice.relate(RelationKind::kNeeds, "b", "c");
  choice.choose(R"("relations": {"needs": "requires"})");
  CHECK(choice.chosen().empty());
  CHECK(choice.reasons("a") == Names{"not eligible: it needs \"b\", which is not eligible"});
  CHECK(choice.reasons("c") == Names{"not eligible by r: it is bad"});
  choice.relate(RelationKind::kNeeds, "a", "d");
  choice.choose(R"("relations": {"needs": "requires"})");
  CHECK(choice.reasons("a").front() == "not eligible: it needs \"d\", which is not a candidate");
}

TEST_CASE("A package excludes its members and packages that share one, and inherits relations") {
  DrawnChoice choice;
  for (const char* name : {"a", "b", "c", "d"}) choice.entry(name);
  choice.package("p", {"a", "b"});
  choice.package("q", {"b", "c"});
  choice.relate(RelationKind::kNeeds, "a", "d");
  choice.relate(RelationKind::kNeeds, "a", "b");
  choice.relate(RelationKind::kVariantOf, "c", "d");
  choice.choose(R"("relations": {"needs": "requires", "variant-of": "excludes"})");
  CHECK(choice.pairs("excludes") == Names{"a|p", "b|p", "b|q", "c|d", "c|q", "d|q", "p|q"});
  // What "a" needs inside of "p" is met there; what it needs outside "p" needs too.
  CHECK(choice.pairs("requires") == Names{"a>b", "a>d", "p>d"});
}

TEST_CASE("Included and excluded entries say who wants it and why") {
  DrawnChoice choice;
  choice.entry("a", 0.1);
  choice.entry("b", 0.9);
  choice.entry("c", 0.8);
  choice.choose(R"("count": {"max": 2}, "include": [{"id": ")" + choice.id("a") +
                R"(", "reason": "a promise", "by": "the regent"}], "exclude": [{"id": ")" +
                choice.id("b") + R"(", "reason": "put off", "by": "the council"}])");
  CHECK(choice.chosen() == Names{"a", "c"});
  CHECK(choice.reasons("a") == Names{"the regent includes it: a promise"});
  CHECK(choice.reasons("b") == Names{"the council keeps it out: put off"});
}

TEST_CASE("An included entry is a candidate whatever its status, and the contradiction shows") {
  DrawnChoice choice;
  choice.entry("a");
  choice.entry("draft").status = Status::kDraft;
  choice.choose(R"("include": [{"id": ")" + choice.id("draft") +
                R"(", "reason": "a promise", "by": "the regent"}])");
  CHECK(choice.result().at("status") == "infeasible");
  CHECK(choice.chosen() == Names{"(none)"});
  CHECK(choice.sentences_of("conflict") ==
        Names{"draft must be in: a promise",
              "draft may not be in (not eligible: the scenario does not take what is \"draft\")"});
  CHECK(choice.result().at("conflict").at(0).at("pointer") == "/include/0");
  CHECK(choice.kinds("a") == Names{"choice.out.no_set"});
}

TEST_CASE("The minimum of each dimension does not fall away with its last eligible candidate") {
  DrawnChoice choice;
  choice.entry("a");
  choice.entry("b").mappings.front().area = "waste";
  choice.refuse("b");
  choice.choose(R"("bounds": [{"group": "organisation:*", "max": 2},
                              {"group": "dimension:*", "min": 1}])");
  CHECK(choice.result().at("status") == "infeasible");
  CHECK(choice.sentences_of("conflict") ==
        Names{"at least 1 of dimension Smart Environment, but none of its candidates is "
              "eligible: b"});
  CHECK(choice.result().at("conflict").at(0).at("pointer") == "/bounds/1/min");
}

TEST_CASE("Dimensions without any candidate are told of, not demanded") {
  DrawnChoice choice;
  choice.entry("a");
  choice.choose(R"("bounds": [{"group": "dimension:*", "min": 1}])");
  CHECK(choice.result().at("status") == "optimal");
  CHECK(choice.sentences_of("notes") ==
        Names{"There is no candidate at all in Smart Governance, Smart Branding, Smart Economy, "
              "Smart Society, Smart Environment, so the bound on each dimension does not hold "
              "there."});
  choice.choose(R"("coverage": [{"groups": "dimension:*", "min": 2}])");
  CHECK(choice.result().at("status") == "infeasible");
}

TEST_CASE("Weights of the scenario stand before the rule's own, all zero is refused") {
  DrawnChoice choice;
  choice.entry("a", 1.0, 0.0);
  choice.choose("");
  CHECK(choice.told("a").at("score") == 750'000);
  choice.choose(R"("weights": {"r/a": {"weight": 1, "reason": "too new", "by": "Bappeda"}})");
  CHECK(choice.told("a").at("score") == 500'000);
  CHECK(choice.result().at("criteria").at(0).at("weighed_by") == "scenario");
  CHECK(choice.result().at("criteria").at(0).at("own_weight") == 3);
  CHECK(choice.result().at("criteria").at(0).at("by") == "Bappeda");
  CHECK(choice.result().at("criteria").at(1).at("weighed_by") == "rule");
  CHECK(choice.sentences_of("notes") ==
        Names{"Bappeda gives \"Test A\" the weight 1 instead of the rule's own 3: too new"});
  const std::string none = R"({"weight": 0, "reason": "x", "by": "y"})";
  CHECK(refused(choice, "\"weights\": {\"r/a\": " + none + ", \"r/b\": " + none + "}") ==
        Names{"/weights choice.scenario.no_weight"});
}

TEST_CASE(
    "A weight that is not the rule's own needs a reason and a name, the rule's own does not") {
  DrawnChoice choice;
  choice.entry("a", 1.0, 0.0);
  CHECK(refused(choice, R"("weights": {"r/a": 3, "r/b": 1})").empty());
  CHECK(choice.sentences_of("notes").empty());
  CHECK(refused(choice, R"("weights": {"r/a": 2, "r/b": 0})") ==
        Names{"/weights/r~1a choice.scenario.weight_without_grounds",
              "/weights/r~1b choice.scenario.weight_without_grounds"});
}

TEST_CASE("The same inputs give the same bytes, whatever the order of the catalogue's records") {
  const auto made = [](bool reversed) {
    DrawnChoice choice;
    for (int i = 0; i < 30; ++i) {
      const std::string name = "entry " + std::to_string(i % 10) + std::to_string(i);
      auto& entry = choice.entry(name, (i * 37 % 11) / 10.0, (i * 17 % 7) / 6.0);
      entry.owner = choice.organisation(i % 3 == 0 ? "DISDIK" : "DINKES");
      entry.mappings.front().area = i % 2 == 0 ? "waste" : "health";
    }
    choice.relate(RelationKind::kVariantOf, "entry 00", "entry 11");
    if (reversed) std::reverse(choice.view.organisations.begin(), choice.view.organisations.end());
    choice.choose(R"("count": {"min": 6, "max": 6}, "bounds": [{"group": "dimension:*", "min": 2}],
                     "relations": {"variant-of": "excludes"})");
    return json(choice.problem()) + json(choice.result());
  };
  CHECK(made(false) == made(false));
  CHECK(made(false) == made(true));
}
