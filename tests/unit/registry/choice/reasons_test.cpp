// Why in and why out, in sentences that a planner reads.
#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/registry/choice/reasons_of.hpp"
#include "support/catch.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;

using Names = std::vector<std::string>;

TEST_CASE("A chosen candidate says what its going would cost and who would come in") {
  DrawnChoice choice;
  choice.entry("best", 0.9);
  choice.entry("next", 0.7);
  choice.choose(R"("count": {"min": 1, "max": 1})");
  CHECK(choice.reasons("best") ==
        Names{"without it the set would have 150,000 points less; next would come in"});
  // 3/4 of 0.2 is 0.15: 150,000 millionths; one more is needed to be chosen.
  CHECK(choice.reasons("next") == Names{"needs 150,000 more points to replace best",
                                        "would come in if \"Test A\" rose from 70% to 91%"});
  const auto& lift = choice.told("next").at("reasons").at(1).at("arguments");
  CHECK(lift.at("value") == 700'000);
  // 3/4 of 200,001 is 150,000.75, which rounds to the 150,001 points that are needed.
  CHECK(lift.at("needed") == 900'001);
}

TEST_CASE("Where no criterion alone can lift a candidate, the one with most room is told") {
  DrawnChoice choice;
  choice.entry("best", 1.0, 1.0);
  choice.entry("next", 0.9, 0.0);
  choice.choose(R"("count": {"max": 1})");
  CHECK(choice.reasons("next").back() ==
        "full marks in \"Test B\" would help most: 250,000 points, which is not enough");
}

TEST_CASE("A full organisation is named with those who took its places") {
  DrawnChoice choice;
  choice.entry("a", 0.9);
  choice.entry("b", 0.8);
  choice.entry("c", 0.7);
  choice.entry("d", 0.1).owner = choice.organisation("DISDIK");
  choice.choose(
      R"("count": {"min": 3, "max": 3}, "bounds": [{"group": "organisation:*", "max": 2}])");
  CHECK(choice.chosen() == Names{"a", "b", "d"});
  CHECK(choice.reasons("c").front() ==
        "the places of Organisation DINKES (at most 2) are taken by a, b");
  CHECK(choice.reasons("d") == Names{"no set without it meets all constraints: at least 3 are "
                                     "chosen, of 4 that are eligible; at most 2 of each owner "
                                     "organisation"});
}

TEST_CASE("A candidate that the budget cannot bear says what is left") {
  DrawnChoice choice;
  choice.entry("a", 0.9).budgets.front().amount = Rupiah{1'000'000};
  choice.entry("b", 0.2).budgets.front().amount = Rupiah{600'000};
  choice.choose(R"("limits": [{"resource": "budget", "max": 1500000}])");
  CHECK(choice.chosen() == Names{"a"});
  CHECK(choice.reasons("b").front() ==
        "it costs Rp 600,000, but only Rp 500,000 of Rp 1,500,000 are left");
}

TEST_CASE("A candidate dearer than the whole budget can be in no set") {
  DrawnChoice choice;
  choice.entry("a", 0.9);
  choice.entry("b", 1.0).budgets.front().amount = Rupiah{5000};
  choice.choose(R"("limits": [{"resource": "budget", "max": 1500}])");
  CHECK(choice.reasons("b").back() ==
        "no set with it meets all constraints: the cost of all is at most Rp 1,500");
}

TEST_CASE("What a candidate needs and what it cannot stand beside are named") {
  DrawnChoice choice;
  choice.entry("a", 0.9);
  choice.entry("b", 0.3);
  choice.entry("hub", 0.0, 0.0);
  choice.relate(RelationKind::kVariantOf, "b", "a");
  choice.choose(R"("relations": {"variant-of": "excludes"})");
  CHECK(choice.reasons("b").front() ==
        "it cannot stand beside a, which is chosen: a and b cannot both be chosen");
  choice.view.relations.clear();
  choice.relate(RelationKind::kNeeds, "b", "hub");
  choice.choose(R"("relations": {"needs": "requires"}, "count": {"max": 1})");
  CHECK(choice.kinds("b").front() == "choice.out.needs");
}

TEST_CASE("A scenario that nothing satisfies says what cannot hold together") {
  DrawnChoice choice;
  choice.entry("a");
  choice.entry("b");
  choice.choose(R"("count": {"min": 2}, "bounds": [{"group": "organisation:DINKES", "max": 1}])");
  CHECK(choice.result().at("status") == "infeasible");
  CHECK(choice.result().at("score").is_null());
  CHECK(choice.sentences_of("conflict") ==
        Names{"at least 2 are chosen, of 2 that are eligible", "at most 1 of Organisation DINKES"});
  CHECK(choice.result().at("conflict").at(0).at("pointer") == "/count/min");
  CHECK(choice.result().at("conflict").at(1).at("pointer") == "/bounds/0/max");
  for (const std::size_t each : {std::size_t{0}, std::size_t{1}}) {
    const auto& repair = choice.result().at("conflict").at(each).at("repair");
    CHECK(repair.at("kind") == "choice.repair.number");
    CHECK(repair.at("arguments").at("value") == (each == 0 ? 1 : 2));
  }
}

TEST_CASE("What cannot hold together says how each of the planner's own wishes could") {
  DrawnChoice choice;
  choice.entry("a").budgets.front().amount = Rupiah{700'000};
  choice.entry("b").budgets.front().amount = Rupiah{600'000};
  choice.refuse("b");
  choice.choose(R"("limits": [{"resource": "budget", "max": 500000}],
                   "include": [{"id": ")" +
                choice.id("a") + R"(", "reason": "a promise", "by": "the regent"}])");
  const auto& conflict = choice.result().at("conflict").as_array();
  REQUIRE(conflict.size() == 2);
  CHECK(conflict[0].at("repair").at("kind") == "choice.repair.budget");
  CHECK(conflict[0].at("repair").at("arguments").at("value") == 700'000);
  CHECK(conflict[1].at("repair").at("kind") == "choice.repair.left_out");
}

TEST_CASE("What nobody wrote has no repair: a candidate that is not eligible stays out") {
  DrawnChoice choice;
  choice.entry("a");
  choice.entry("b");
  choice.refuse("b");
  choice.choose(R"("include": [{"id": ")" + choice.id("b") +
                R"(", "reason": "a promise", "by": "the regent"}])");
  const auto& conflict = choice.result().at("conflict").as_array();
  REQUIRE(conflict.size() == 2);
  CHECK(conflict[0].at("repair").at("kind") == "choice.repair.left_out");
  CHECK(conflict[1].at("kind") == "choice.constraint.not_eligible");
  CHECK_FALSE(conflict[1].as_object().contains("repair"));
}

TEST_CASE("A scenario whose candidates are all refused is a result, not an error") {
  DrawnChoice choice;
  choice.entry("a");
  choice.refuse("a");
  choice.choose(R"("count": {"min": 1})");
  CHECK(choice.result().at("status") == "infeasible");
  CHECK(choice.sentences_of("conflict") == Names{"at least 1 are chosen, of 0 that are eligible"});
  CHECK(choice.reasons("a") == Names{"not eligible by r: it is bad"});
}

TEST_CASE("The chosen come first, then the rejected by score, then the not eligible") {
  DrawnChoice choice;
  choice.entry("low", 0.2);
  choice.entry("mid", 0.5);
  choice.entry("top", 0.8);
  choice.entry("out", 0.9);
  choice.refuse("out");
  choice.choose(R"("count": {"max": 1})");
  std::string order;
  for (const auto& one : choice.result().at("candidates").as_array()) {
    order += std::string(one.at("name").as_string()) + " ";
  }
  CHECK(order == "top mid low out ");
}

TEST_CASE("Every reason's sentence is there in both languages, its places filled") {
  DrawnChoice choice;
  choice.entry("a", 0.9);
  choice.entry("b", 0.8);
  choice.entry("c", 0.7).budgets.clear();
  choice.entry("d", 0.7).owner = choice.organisation("DISDIK");
  choice.refuse("d");
  choice.choose(R"("bounds": [{"group": "organisation:*", "max": 1}])");
  for (const char* name : {"a", "b", "c", "d"}) {
    for (const auto& reason : choice.reasons(name)) {
      CHECK(reason.find("choice.") == std::string::npos);
      CHECK(reason.find("{") == std::string::npos);
      CHECK(reason.find("  ") == std::string::npos);
    }
  }
}
