// The cheapest way in: what it says, and what is not asked.
#include <algorithm>

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "support/catch.hpp"

using pilah::tests::DrawnChoice;
using namespace pilah::catalogue;
namespace registry = pilah::registry;

using Names = std::vector<std::string>;

namespace {

double number(const DrawnChoice::Cells& row, const char* column) {
  return row.at(column) == "null" ? 0 : std::stod(row.at(column));
}

/// A tenth for each partner and supporting organisation (weight 3), all for an indicator
/// with baseline and target (weight 1).
DrawnChoice::Verdict by_partners(const DrawnChoice::Cells& row) {
  const double others = number(row, "partners") + number(row, "supporting_organisations");
  return {std::min(others / 10, 1.0), number(row, "indicators_with_target") > 0 ? 1.0 : 0.0};
}

/// The same, and not eligible without a link to the RPJMD.
DrawnChoice::Verdict by_partners_in_the_rpjmd(const DrawnChoice::Cells& row) {
  auto verdict = by_partners(row);
  verdict.refused = row.at("rpjmd_linked") != "yes";
  return verdict;
}

DrawnChoice::Verdict refuse_unmapped(const DrawnChoice::Cells& row) {
  DrawnChoice::Verdict verdict{number(row, "partners") / 10, 0.0};
  verdict.refused = row.at("area") == "null";
  return verdict;
}

const Names kColumns = {"partners", "supporting_organisations", "indicators_with_target",
                        "rpjmd_linked"};

/// One place; `best` has it.
class OnePlace : public DrawnChoice {
 public:
  explicit OnePlace(Verdict (*rule)(const Cells&) = by_partners) {
    judge_by(kColumns, rule);
    partners(entry("best"), 5);
  }
  Innovation& partners(Innovation& entry, int count) {
    entry.partners.clear();
    for (int i = 0; i < count; ++i) entry.partners.push_back("partner " + std::to_string(i));
    return entry;
  }
  Innovation& with(const std::string& name, int count) { return partners(entry(name), count); }
  void choose() { DrawnChoice::choose(R"("count": {"min": 1, "max": 1})"); }
  std::string last(const std::string& name) const { return reasons(name).back(); }
  const boost::json::object& way_in(const std::string& name) const {
    return told(name).at("way_in").as_object();
  }
  bool has_way(const std::string& name) const { return told(name).contains("way_in"); }
};

PlanItemId add_rpjmd(DrawnChoice& choice) {
  Plan plan;
  plan.items.emplace_back();
  plan.items.front().id.uuid.bytes[15] = 1;
  choice.view.plans.push_back(plan);
  return plan.items.front().id;
}

}  // namespace

TEST_CASE("The change of the least effort that brings it in is told, with what it does") {
  OnePlace choice;
  choice.with("next", 4);
  choice.choose();
  // Two more would do as well, and so would one more organisation: an indicator is less effort.
  CHECK(choice.reasons("next") ==
        Names{"needs 75,000 more points to replace best",
              "cheapest way in: add an indicator with baseline and target, so that \"Test B\" "
              "rises from 0% to 100%"});
  const auto& way = choice.way_in("next");
  CHECK(way.at("outcome") == "chosen");
  REQUIRE(way.at("changes").as_array().size() == 1);
  CHECK(way.at("changes").at(0).at("kind") == "choice.change.indicator");
  CHECK(way.at("changes").at(0).at("entry") == boost::json::string_view(choice.id("next")));
  CHECK(boost::json::serialize(way.at("fields")) == R"(["/indicators"])");
  CHECK(boost::json::serialize(way.at("criteria")) ==
        R"([{"criterion":"r/b","from":0,"to":1000000}])");
  CHECK(way.at("gain") == 250'000);
  CHECK_FALSE(way.contains("missing"));
  CHECK_FALSE(choice.has_way("best"));
}

TEST_CASE("An indicator that lacks its baseline is completed rather than another added") {
  OnePlace choice;
  choice.with("next", 4).indicators = {{"d", "u", "s", "f", "", "9", {}}};
  choice.choose();
  CHECK(boost::json::serialize(choice.way_in("next").at("fields")) ==
        R"(["/indicators/0/baseline"])");
}

TEST_CASE("A place that would be won by a tie says by what") {
  OnePlace choice;
  choice.with("cheaper", 4).budgets.front().amount = Rupiah{99};
  choice.view.innovations.back().indicators = {{"d", "u", "s", "f", "1", "2", {}}};
  choice.view.innovations.front().indicators = {{"d", "u", "s", "f", "1", "2", {}}};
  choice.choose();
  CHECK(choice.last("cheaper") ==
        "cheapest way in: add a partner, so that \"Test A\" rises from 40% to 50%; it would then "
        "win a tie, decided by: the lower total of cost");
}

TEST_CASE("A change that would only lose a tie is none, and the next is looked for") {
  OnePlace choice;
  choice.organisation("DISDIK");
  auto& entry = choice.with("dearer", 4);
  entry.budgets.front().amount = Rupiah{101};
  entry.indicators = {{"d", "u", "s", "f", "1", "2", {}}};
  choice.view.innovations.front().indicators = entry.indicators;
  choice.choose();
  CHECK(choice.last("dearer") ==
        "cheapest way in: add a supporting organisation and add a partner, so that \"Test A\" "
        "rises from 40% to 60%");
}

TEST_CASE("Where no single change is enough, two of the least effort are told") {
  OnePlace choice;
  choice.partners(choice.view.innovations.front(), 8);
  choice.with("next", 4);
  choice.choose();
  CHECK(choice.last("next") ==
        "cheapest way in: add an indicator with baseline and target and add a partner, so that "
        "\"Test A\" rises from 40% to 50%, \"Test B\" rises from 0% to 100%");
  CHECK(choice.way_in("next").at("changes").as_array().size() == 2);
  CHECK(boost::json::serialize(choice.way_in("next").at("fields")) ==
        R"(["/indicators","/partners"])");
}

TEST_CASE("Where two are not enough either, the best one says what it gains and what is missing") {
  OnePlace choice;
  choice.partners(choice.view.innovations.front(), 10);
  choice.with("next", 4);
  choice.choose();
  CHECK(choice.reasons("next") ==
        Names{"needs 450,000 more points to replace best",
              "what helps most: add an indicator with baseline and target, so that \"Test B\" "
              "rises from 0% to 100%; it gains 250,000 points, 200,000 are still missing"});
  CHECK(choice.way_in("next").at("outcome") == "helped");
  CHECK(choice.way_in("next").at("missing") == 200'000);
}

TEST_CASE("Of a candidate that is not eligible it is told how it would be, and chosen") {
  OnePlace choice(by_partners_in_the_rpjmd);
  const PlanLink link{PlanKind::kRpjmd, add_rpjmd(choice), ""};
  choice.view.innovations.front().plan_links = {link};
  choice.with("strong", 6);
  choice.with("middling", 4);
  choice.with("weak", 0);
  choice.choose();
  CHECK(choice.reasons("strong") ==
        Names{"not eligible by r: it is bad",
              "cheapest way to be eligible and chosen: link it to an RPJMD programme"});
  CHECK(choice.last("middling") ==
        "cheapest way to be eligible and chosen: link it to an RPJMD programme and add an "
        "indicator with baseline and target");
  CHECK(choice.last("weak") ==
        "to be eligible: link it to an RPJMD programme; to be chosen it would still need 375,000 "
        "more points");
  CHECK(choice.way_in("weak").at("outcome") == "eligible");
  CHECK(choice.way_in("weak").at("missing") == 375'000);
}

TEST_CASE("Where neither one change nor two make it eligible, that is said") {
  OnePlace choice;
  choice.judge_by(kColumns, [](const auto& row) {
    auto verdict = by_partners(row);
    verdict.refused = number(row, "partners") < 4;
    return verdict;
  });
  choice.with("alone", 0);
  choice.choose();
  CHECK(choice.last("alone") == "one or two changes do not make it eligible");
  CHECK_FALSE(choice.has_way("alone"));
}

TEST_CASE("A value that was unknown is told by what it becomes") {
  OnePlace choice;
  choice.judge_by({"stage", "partners"}, [](const auto& row) {
    DrawnChoice::Verdict verdict = {number(row, "partners") / 10, std::nullopt};
    if (row.at("stage") != "null") verdict.b = 1.0;
    return verdict;
  });
  choice.with("next", 4);
  choice.choose();
  CHECK(choice.last("next") ==
        "cheapest way in: state its stage (reckoned as an initiative), so that \"Test B\" becomes "
        "100%");
  CHECK(choice.way_in("next").at("criteria").at(0).at("from").is_null());
}

TEST_CASE("An unknown cost is stated, and then counts for the budget") {
  OnePlace choice;
  choice.with("unknown", 9).budgets.clear();
  choice.with("other", 1).budgets.front().amount = Rupiah{100};
  choice.choose();
  CHECK(choice.last("unknown") ==
        "cheapest way to be eligible and chosen: state its cost (reckoned with Rp 100)");
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"min": 1}, "limits": [{"resource": "budget", "max": 99}],
         "include": [])");
  CHECK(choice.result().at("status") == "infeasible");
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"min": 1, "max": 2}, "limits": [{"resource": "budget", "max": 150}])");
  CHECK(choice.last("unknown") ==
        "cheapest way to be eligible and chosen: state its cost (reckoned with Rp 100)");
}

TEST_CASE("A candidate whom no set can have with a change says so") {
  OnePlace choice(by_partners_in_the_rpjmd);
  choice.view.innovations.front().plan_links = {{PlanKind::kRpjmd, add_rpjmd(choice), ""}};
  choice.with("dear", 9).budgets.front().amount = Rupiah{5'000};
  static_cast<DrawnChoice&>(choice).choose(R"("limits": [{"resource": "budget", "max": 150}])");
  CHECK(choice.last("dear") ==
        "to be eligible: link it to an RPJMD programme; but no set with it meets all constraints");
  CHECK_FALSE(choice.way_in("dear").contains("missing"));
}

TEST_CASE("A further area can be the way in by what it covers, not by its score") {
  OnePlace choice;
  choice.judge_by({"partners", "areas_touched"}, [](const auto& row) {
    return DrawnChoice::Verdict{number(row, "partners") / 10, 0.0};
  });
  choice.with("narrow", 4);
  choice.with("broad", 2)
      .mappings.push_back({"waste", false, MappedBy::kPerson, true, std::nullopt, ""});
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"max": 1}, "coverage": [{"groups": "area:*", "min": 2}])");
  REQUIRE(choice.chosen() == Names{"broad"});
  CHECK(choice.last("narrow").rfind("cheapest way in: map it to a further dimension", 0) == 0);
  CHECK(choice.way_in("narrow").at("gain") == 0);
}

TEST_CASE("A suggested area is confirmed first, and its dimension's place is decided exactly") {
  OnePlace choice;
  choice.judge_by({"partners", "area"}, refuse_unmapped);
  choice.with("unmapped", 3).mappings.front().confirmed = false;
  const std::string one_each =
      R"("count": {"max": 2}, "bounds": [{"group": "dimension:*", "max": 1}])";
  static_cast<DrawnChoice&>(choice).choose(one_each);
  CHECK(choice.last("unmapped") ==
        "to be eligible: confirm the area health; to be chosen it would still need 150,000 more "
        "points");
  choice.view.innovations.back().mappings.front().area = "waste";
  static_cast<DrawnChoice&>(choice).choose(one_each);
  CHECK(choice.last("unmapped") ==
        "cheapest way to be eligible and chosen: confirm the area waste");
}

TEST_CASE("A dimension that only the changed candidate has forces it in where each needs one") {
  OnePlace choice;
  choice.judge_by({"partners", "area"}, refuse_unmapped);
  auto& entry = choice.with("unmapped", 0);
  entry.mappings.front() = {"waste", true, MappedBy::kSuggestion, false, std::nullopt, ""};
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"max": 2}, "bounds": [{"group": "dimension:*", "min": 1}])");
  CHECK(choice.last("unmapped") ==
        "cheapest way to be eligible and chosen: confirm the area waste");
}

TEST_CASE("Who is forced in by a dimension of its own opens the way for nobody else") {
  OnePlace choice;
  choice.judge_by({"partners", "area"}, refuse_unmapped);
  for (const auto& [name, area] : {std::pair{"alone", "waste"}, {"another", "health"}}) {
    choice.with(name, 0).mappings.front() = {area,  true,         MappedBy::kSuggestion,
                                             false, std::nullopt, ""};
  }
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"max": 2}, "bounds": [{"group": "dimension:*", "min": 1},
                                         {"group": "dimension:smart-living", "max": 1}])");
  CHECK(choice.way_in("alone").at("outcome") == "chosen");
  CHECK(choice.last("another") ==
        "to be eligible: confirm the area health; to be chosen it would still need 375,000 more "
        "points");
}

TEST_CASE("An owner changes the place in the order that decides between equals") {
  OnePlace choice;
  choice.judge_by({"partners", "owner"}, [](const auto& row) {
    DrawnChoice::Verdict verdict{std::min(number(row, "partners"), 5.0) / 10, 0.0};
    verdict.refused = row.at("owner") == "null";
    return verdict;
  });
  choice.organisation("ZZZ");
  choice.with("nobody's", 5).owner.reset();
  choice.choose();
  // Without an owner it came first, with one it comes behind DINKES.
  CHECK(choice.last("nobody's") ==
        "to be eligible: name the agency that owns it (one without another candidate); it would "
        "then lose a tie, decided by: the order of the candidates (owner code, then name)");
}

TEST_CASE("That place counts for an eligible candidate too") {
  OnePlace choice;
  choice.judge_by({"owner"}, [](const auto& row) {
    return DrawnChoice::Verdict{row.at("owner") == "null" ? 0.4 : 0.5, 0.0};
  });
  choice.organisation("ZZZ");
  choice.entry("nobody's").owner.reset();
  choice.choose();
  CHECK(choice.last("nobody's") ==
        "what helps most: name the agency that owns it (one without another candidate), so that "
        "\"Test A\" rises from 40% to 50%; it gains 75,000 points and would then lose a tie, "
        "decided by: the order of the candidates (owner code, then name)");
}

TEST_CASE("Who needs the changed candidate comes in with it") {
  OnePlace choice(by_partners_in_the_rpjmd);
  const PlanLink link{PlanKind::kRpjmd, add_rpjmd(choice), ""};
  choice.view.innovations.front().plan_links = {link};
  choice.with("second", 5).plan_links = {link};
  choice.with("needy", 10).plan_links = {link};
  choice.with("needed", 1);
  choice.relate(RelationKind::kNeeds, "needy", "needed");
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"max": 2}, "relations": {"needs": "requires"})");
  REQUIRE(choice.chosen() == Names{"best", "second"});
  CHECK(choice.last("needed") ==
        "cheapest way to be eligible and chosen: link it to an RPJMD programme");
}

namespace {

/// A tenth for each partner, and 0.15 for each area beyond the first.
class Areas : public OnePlace {
 public:
  Areas() {
    view.innovations.clear();
    judge_by({"partners", "areas_touched"}, [](const auto& row) {
      const double areas = number(row, "areas_touched") - 1;
      return DrawnChoice::Verdict{std::min(number(row, "partners") / 10 + 0.15 * areas, 1.0), 0.0};
    });
  }
  /// Constraints speak of areas, so a further one needs a problem of its own.
  void choose(const std::string& more) {
    DrawnChoice::choose(R"("coverage": [{"groups": "area:*", "min": 1}], )" + more);
  }
  std::string further(const char* name) const {
    const auto& way = way_in(name);
    return std::string(way.at("changes").at(0).at("kind").as_string()).substr(14) + " " +
           std::string(way.at("outcome").as_string());
  }
};

}  // namespace

TEST_CASE("A changed candidate does not stand beside itself as it is") {
  Areas choice;
  choice.with("big", 9).budgets.front().amount = Rupiah{200};
  choice.with("small", 4);
  choice.choose(R"("limits": [{"resource": "budget", "max": 200}])");
  REQUIRE(choice.chosen() == Names{"big"});
  CHECK(choice.further("small") == "further_area helped");
  CHECK(choice.way_in("small").at("missing") == 262'500);
}

TEST_CASE("What a candidate excludes or needs, it excludes or needs when it is changed") {
  for (const auto kind : {RelationKind::kVariantOf, RelationKind::kNeeds}) {
    Areas choice;
    choice.with("a", 9);
    choice.with("b", 5);
    choice.with("worthless", 0);
    choice.with("bound", 4);
    choice.relate(kind, "bound", kind == RelationKind::kNeeds ? "worthless" : "a");
    choice.choose(
        R"("count": {"max": 2}, "relations": {"needs": "requires", "variant-of": "excludes"})");
    REQUIRE(choice.chosen() == Names{"a", "b"});
    CHECK(choice.further("bound") == "further_area helped");
    CHECK(choice.way_in("bound").at("missing") ==
          (kind == RelationKind::kNeeds ? 637'500 : 262'500));
  }
}

TEST_CASE("A candidate that others need stands in nobody else's way when it is changed") {
  Areas choice;
  choice.with("a", 5);
  choice.with("b", 5);
  choice.with("needed", 5);
  choice.with("needy", 0);
  choice.with("x", 3);
  choice.relate(RelationKind::kNeeds, "needy", "needed");
  choice.choose(R"("count": {"max": 2}, "relations": {"needs": "requires"})");
  REQUIRE(choice.chosen() == Names{"a", "b"});
  // A further area alone would do only beside that one as changed.
  CHECK(choice.way_in("x").at("changes").as_array().size() == 2);
}

TEST_CASE("Who needs a candidate comes in with it when it is changed") {
  Areas choice;
  choice.with("a", 5);
  choice.with("b", 5);
  choice.with("needed", 1);
  choice.with("needy", 8);
  choice.relate(RelationKind::kNeeds, "needy", "needed");
  choice.choose(R"("count": {"max": 2}, "relations": {"needs": "requires"})");
  REQUIRE(choice.chosen() == Names{"a", "b"});
  CHECK(choice.further("needed") == "further_area chosen");
}

TEST_CASE("Of two pairs that would do, the one whose greater effort is less is told") {
  OnePlace choice;
  choice.judge_by({"partners", "benefit", "rpjmd_linked", "indicators"}, [](const auto& row) {
    const bool cheap_and_dear = row.at("benefit") != "null" && number(row, "partners") > 0;
    const bool both_middling = row.at("rpjmd_linked") == "yes" && number(row, "indicators") > 0;
    return DrawnChoice::Verdict{0.5, cheap_and_dear || both_middling ? 1.0 : 0.0};
  });
  add_rpjmd(choice);
  choice.view.innovations.front().benefit = "much";
  choice.entry("next").budgets.front().amount = Rupiah{99};
  choice.choose();
  CHECK(choice.last("next").rfind("cheapest way in: link it to an RPJMD programme and add an "
                                  "indicator with baseline and target, so that",
                                  0) == 0);
}

TEST_CASE("Of a package its leading entry is changed, and named") {
  OnePlace choice;
  choice.with("x", 1);
  choice.with("y", 1);
  choice.view.innovations.back().partners = {"another"};
  choice.package("pair", {"x", "y"});
  choice.view.innovations[1].owner = choice.organisation("DISDIK");
  choice.choose();
  // x and y have 2 partners together; y is the lead's.
  CHECK(choice.last("pair") ==
        "cheapest way in: add an indicator with baseline and target in \"y\", so that \"Test B\" "
        "rises from 0% to 100%");
  CHECK(choice.way_in("pair").at("changes").at(0).at("entry") ==
        boost::json::string_view(choice.id("y")));
}

TEST_CASE("Of a package the member is changed that holds it back") {
  OnePlace choice;
  choice.judge_by({"stage", "partners"}, [](const auto& row) {
    return DrawnChoice::Verdict{number(row, "partners") / 10,
                                row.at("stage") == "applied" ? 1.0 : 0.0};
  });
  choice.with("x", 0).stage = Stage::kApplied;
  choice.with("y", 4).stage = Stage::kTrial;
  choice.package("pair", {"x", "y"});
  choice.choose();
  CHECK(choice.last("pair") ==
        "cheapest way in: bring it from its trial into use, with the date in \"y\", so that "
        "\"Test B\" rises from 0% to 100%");
}

TEST_CASE("What a panel judges is said to be the panel's, and touches no field") {
  OnePlace choice;
  choice.judge_by({"assessed_leverage", "partners"}, [](const auto& row) {
    return DrawnChoice::Verdict{number(row, "assessed_leverage") / 4,
                                number(row, "partners") / 100};
  });
  choice.with("next", 4);
  const auto assess = [&](const char* name, int step) {
    Assessment assessment;
    assessment.innovation = *InnovationId::parse(choice.id(name));
    assessment.criterion = "leverage";
    assessment.step = Step{step};
    choice.view.assessments.push_back(assessment);
  };
  assess("best", 3);
  assess("next", 2);
  choice.with("never assessed", 4);
  choice.choose();
  CHECK(choice.reasons("next").back().find("the panel judges \"leverage\" one step higher (the "
                                           "panel's judgement, not the agency's)") !=
        std::string::npos);
  CHECK(choice.way_in("next").at("fields").as_array().empty());
  // Nobody knows what a panel would say that has not met.
  CHECK(choice.last("never assessed").find("panel") == std::string::npos);
}

TEST_CASE("What the scenario keeps out, or what a relation keeps out, is not asked about") {
  OnePlace choice;
  choice.with("banned", 4);
  choice.with("needy", 4);
  choice.entry("draft").status = Status::kDraft;
  choice.relate(RelationKind::kNeeds, "needy", "draft");
  static_cast<DrawnChoice&>(choice).choose(
      R"("count": {"max": 1}, "relations": {"needs": "requires"},
         "exclude": [{"id": ")" +
      choice.id("banned") + R"(", "reason": "not now", "by": "the council"}])");
  CHECK(choice.reasons("banned") == Names{"the council keeps it out: not now"});
  CHECK(choice.reasons("needy") ==
        Names{"not eligible: it needs \"draft\", which is not a candidate"});
  CHECK(choice.asked_again == 0);
}

TEST_CASE("With nobody rejected, or no set at all, the rules are not asked again") {
  OnePlace choice;
  choice.choose();
  CHECK(choice.asked_again == 0);
  choice.with("next", 4);
  static_cast<DrawnChoice&>(choice).choose(R"("count": {"min": 3})");
  CHECK(choice.result().at("status") == "infeasible");
  CHECK(choice.asked_again == 0);
}

TEST_CASE("All changes of all candidates are asked about at once") {
  OnePlace choice;
  for (int i = 0; i < 10; ++i) choice.with("next " + std::to_string(i), i % 5);
  choice.choose();
  CHECK(choice.asked_again == 1);
}

TEST_CASE("Very long texts bound what is asked, and of what was cut short nothing is told") {
  OnePlace choice;
  choice.judge_by({"partners", "summary", "problem"}, [](const auto& row) {
    return DrawnChoice::Verdict{number(row, "partners") / 10, 0.0};
  });
  for (int i = 0; i < 45; ++i) {
    auto& entry = choice.with("next " + std::to_string(10 + i), 4);
    entry.summary = std::string(1'000'000, 's');
    entry.problem = std::string(1'000'000, 'p');
  }
  choice.choose();
  CHECK(choice.rows_asked < 45);
  CHECK(choice.rows_asked > 30);
  CHECK(choice.has_way("next 10"));
  CHECK(choice.last("next 54") == "would come in if \"Test A\" rose from 40% to 51%");
}

TEST_CASE("Where no field feeds the rule, the rise of a criterion is all that can be said") {
  OnePlace choice;
  choice.judge_by({"members", "name"}, [](const auto& row) {
    return DrawnChoice::Verdict{row.at("name") == "best" ? 0.9 : 0.7, 0.5};
  });
  choice.entry("next");
  choice.choose();
  CHECK(choice.last("next") == "would come in if \"Test A\" rose from 70% to 91%");
  CHECK(choice.asked_again == 0);
  CHECK_FALSE(choice.has_way("next"));
}

TEST_CASE("A rule that fails when it is asked again costs the ways in alone, and says so") {
  OnePlace choice;
  choice.with("next", 4);
  choice.ask_again = [](const auto&) -> registry::RulesAgain::Answer {
    return registry::statement("choice.note.not_asked_again",
                               {{"why", registry::statement("plugin.reported_error",
                                                            {{"plugin", "r"}, {"detail", "no"}})}});
  };
  choice.choose();
  CHECK(choice.chosen() == Names{"best"});
  CHECK(choice.reasons("next") == Names{"needs 75,000 more points to replace best",
                                        "would come in if \"Test A\" rose from 40% to 51%"});
  CHECK(choice.sentences_of("notes") ==
        Names{"The rules could not be asked for ways in: Plugin r reported an error: no"});
}

TEST_CASE("A rule that answers otherwise than it was asked is not believed") {
  OnePlace choice;
  choice.with("next", 4);
  choice.ask_again = [](const auto&) -> registry::RulesAgain::Answer {
    return registry::Findings();
  };
  choice.choose();
  CHECK(choice.last("next") == "would come in if \"Test A\" rose from 40% to 51%");
}

TEST_CASE("A rule that judges candidates by one another is not asked, and that is said") {
  OnePlace choice;
  choice.with("next", 4);
  choice.rowwise = false;
  choice.choose();
  CHECK(choice.asked_again == 0);
  CHECK(choice.sentences_of("notes") ==
        Names{"The rule r compares candidates with one another, so it was not asked for ways in."});
}
