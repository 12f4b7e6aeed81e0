// Which entries become candidates, with what amounts, in what order.
#include "pilah/registry/choice/candidates.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;

using Names = std::vector<std::string>;

namespace {

std::string refused(DrawnChoice& choice, const std::string& scenario) {
  try {
    choice.choose(scenario);
  } catch (const Refusal& refusal) {
    return refusal.messages().front().kind;
  }
  return "";
}

}  // namespace

TEST_CASE("Candidates are the verified existing entries unless the scenario says otherwise") {
  DrawnChoice choice;
  choice.entry("a");
  choice.entry("b").status = Status::kSubmitted;
  choice.entry("c").entry_kind = EntryKind::kIdea;
  choice.entry("d").status = Status::kDraft;
  choice.choose("");
  CHECK(choice.order() == Names{"a"});
  CHECK(boost::json::serialize(choice.result().at("considered")) ==
        R"({"candidates":1,"eligible":1,"left_aside":{"draft":1,"idea":1,"submitted":1}})");
  choice.choose(R"("candidates": {"status": ["submitted", "verified"],
                                  "entry_kind": ["existing", "idea"]})");
  CHECK(choice.order() == Names{"a", "b", "c"});
}

TEST_CASE("Candidates stand by owner code, folded name, key of origin, id") {
  DrawnChoice choice;
  choice.entry("zebra").owner = choice.organisation("BAPPEDA");
  choice.entry("Beta");
  choice.entry("alfa");
  choice.entry("beta").origin = Origin{"list", "2", "", 3};
  choice.view.innovations.back().name = "BETA";
  choice.entry("BETA").origin = Origin{"list", "1", "", 2};
  choice.entry("orphan").owner.reset();
  choice.choose("");
  const auto order = choice.order();
  CHECK(order == Names{"orphan", "zebra", "alfa", "Beta", "BETA", "BETA"});
  CHECK(choice.problem().at("candidates").as_array().size() == 6);
}

TEST_CASE("A region without innovations, or without candidates, is told what to do") {
  DrawnChoice empty;
  CHECK(refused(empty, "") == "choice.no_innovations");
  DrawnChoice drafts;
  drafts.entry("a").status = Status::kDraft;
  CHECK(refused(drafts, "") == "choice.no_candidates");
}

TEST_CASE("An unknown cost is never 0: the candidate is not eligible") {
  DrawnChoice choice;
  choice.entry("none").budgets.clear();
  choice.entry("part").budgets.push_back({2027, FundingSource::kCsr, std::nullopt});
  choice.entry("known");
  choice.choose(R"("count": {"max": 9})");
  CHECK(choice.chosen() == Names{"known"});
  for (const char* name : {"none", "part"}) {
    CHECK(choice.kinds(name) == Names{"choice.not_eligible.unknown_budget"});
    CHECK(choice.told(name).at("cost").is_null());
    CHECK(choice.told(name).at("eligible") == false);
  }
  CHECK(choice.problem().at("candidates").as_array().size() == 1);
}

TEST_CASE("An assumed cost counts as the scenario says and every one is listed") {
  DrawnChoice choice;
  choice.entry("dear", 0.9).budgets.clear();
  choice.entry("known", 0.8);
  choice.choose(R"("unknown": {"budget": {"assume": 950}},
                   "limits": [{"resource": "budget", "max": 1000}])");
  CHECK(choice.chosen() == Names{"dear"});
  CHECK(choice.told("dear").at("cost") == 950);
  CHECK(
      boost::json::serialize(choice.told("dear").at("assumed")) ==
      R"([{"kind":"choice.assumed.budget","arguments":{"amount":950},"field":"budget","value":950}])");
  REQUIRE(choice.result().at("assumed").as_array().size() == 1);
  CHECK(choice.result().at("assumed").at(0).at("name") == "dear");
  CHECK(choice.result().at("uses").at("budget") == 950);
  CHECK(choice.told("known").at("assumed").as_array().empty());
}

TEST_CASE("An unknown duration or staff keeps out only where the scenario asks for it") {
  DrawnChoice choice;
  choice.entry("a").duration.reset();
  choice.entry("b").staff.reset();
  choice.choose("");
  CHECK(choice.chosen() == Names{"a", "b"});
  choice.choose(R"("candidates": {"max_duration_months": 24})");
  CHECK(choice.chosen() == Names{"b"});
  CHECK(choice.kinds("a") == Names{"choice.not_eligible.unknown_duration"});
  choice.choose(R"("limits": [{"resource": "staff", "max": 100}])");
  CHECK(choice.chosen() == Names{"a"});
  CHECK(choice.kinds("b") == Names{"choice.not_eligible.unknown_staff"});
  choice.choose(
      R"("candidates": {"max_duration_months": 24}, "unknown": {"duration": {"assume": 25}})");
  CHECK(choice.kinds("a") == Names{"choice.not_eligible.too_long"});
}

TEST_CASE("The longest duration allowed is allowed, one month more is not") {
  DrawnChoice choice;
  choice.entry("just").duration = Months{24};
  choice.entry("over").duration = Months{25};
  choice.choose(R"("candidates": {"max_duration_months": 24})");
  CHECK(choice.chosen() == Names{"just"});
  CHECK(choice.reasons("over") ==
        Names{"not eligible: it takes 25 months, at most 24 are allowed"});
}

TEST_CASE("An unknown criterion counts 0 and is listed, or is what the scenario says") {
  DrawnChoice choice;
  choice.entry("half", std::nullopt, 1.0);
  choice.choose("");
  CHECK(choice.told("half").at("score") == 250'000);
  CHECK(boost::json::serialize(choice.told("half").at("unknown")) == R"(["r/a"])");
  CHECK(choice.told("half").at("criteria").at(0).at("value").is_null());
  CHECK(choice.told("half").at("criteria").at(0).at("counted") == 0);
  choice.choose(R"("unknown": {"r/a": {"assume": 500000}})");
  CHECK(choice.told("half").at("score") == 625'000);
  CHECK(choice.told("half").at("criteria").at(0).at("counted") == 500'000);
  choice.choose(R"("unknown": {"r/a": "ineligible"})");
  CHECK(choice.kinds("half") == Names{"choice.not_eligible.unknown_criterion"});
}

TEST_CASE("A package unites areas, adds costs and staff, takes the longest duration and its lead") {
  DrawnChoice choice;
  auto& first = choice.entry("a");
  first.owner = choice.organisation("DISDIK");
  first.mappings = {{"learning", true, MappedBy::kPerson, true, std::nullopt, ""}};
  first.duration = Months{11};
  auto& second = choice.entry("b");
  second.mappings.push_back({"mobility", false, MappedBy::kSuggestion, true, std::nullopt, ""});
  second.mappings.push_back({"waste", false, MappedBy::kSuggestion, false, std::nullopt, ""});
  choice.package("ab", {"a", "b"});
  choice.choose("");
  const auto& package = choice.candidate("ab");
  CHECK(package.amounts.budget == 200);
  CHECK(package.amounts.staff == 4);
  CHECK(package.amounts.duration == 11);
  CHECK(package.owner->code == "DINKES");
  CHECK(package.primary_area == "health");
  CHECK(package.dimension == "smart-living");
  CHECK(package.areas == Names{"health", "mobility", "learning"});
  CHECK(choice.groups("ab") == Names{"dimension:smart-living", "area:health", "area:mobility",
                                     "area:learning", "organisation:DINKES"});
}

TEST_CASE("A package is not eligible when a member's cost is unknown, or one is no candidate") {
  DrawnChoice choice;
  choice.entry("known");
  choice.entry("dark").budgets.clear();
  choice.entry("draft").status = Status::kDraft;
  choice.package("p", {"known", "dark"});
  choice.package("q", {"known", "draft"});
  choice.package("e", {});
  choice.choose("");
  CHECK(choice.kinds("p") == Names{"choice.not_eligible.unknown_budget_of_members"});
  CHECK(choice.kinds("q") == Names{"choice.not_eligible.members_left_aside"});
  CHECK(choice.kinds("e") == Names{"choice.not_eligible.package_empty"});
  CHECK(choice.reasons("p") == Names{"not eligible: the cost of members of the package is "
                                     "unknown: dark"});
  choice.choose(R"("unknown": {"budget": {"assume": 40}})");
  CHECK(choice.told("p").at("cost") == 140);
  CHECK(choice.told("p").at("assumed").at(0).at("arguments").at("member") == "dark");
  choice.view.packages.front().members.push_back(InnovationId{});
  choice.choose("");
  CHECK(choice.kinds("p").front() == "choice.not_eligible.members_missing");
}
