#include "pilah/registry/public_sets/redaction.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "opened_choice.hpp"
#include "support/catch.hpp"

using namespace pilah;
using registry::Openness;
using registry::redacted;
using tests::all_open;
using tests::DrawnChoice;
using tests::record_of;

namespace {

/// Two of four for at most 300 rupiah: Bersih fits, Cahaya does not.
DrawnChoice two_of_four() {
  DrawnChoice choice;
  choice.entry("Anyaman", 0.9, 0.9);
  choice.entry("Bersih", 0.6, 0.6);
  choice.entry("Cahaya", 0.7, 0.7).budgets[0].amount = catalogue::Rupiah{987'654};
  choice.entry("Desa", 0.2, 0.2);
  choice.choose(R"("count": {"min": 2, "max": 2}, "limits": [{"resource": "budget", "max": 300}],
                   "include": [])");
  return choice;
}

std::string text_of(const catalogue::SelectionRecord& record) {
  return boost::json::serialize(record.result) + boost::json::serialize(record.scenario) +
         boost::json::serialize(record.problem);
}

const boost::json::object& told(const catalogue::SelectionRecord& record, std::string_view name) {
  for (const auto& one : record.result.at("candidates").as_array()) {
    if (one.at("name").as_string() == name) return one.as_object();
  }
  FAIL("no candidate " << name);
  throw std::logic_error("unreachable");
}

std::vector<std::string> kinds(const boost::json::object& candidate) {
  std::vector<std::string> all;
  for (const auto& reason : candidate.at("reasons").as_array()) {
    all.emplace_back(reason.at("kind").as_string());
  }
  return all;
}

bool has(const std::vector<std::string>& all, std::string_view kind) {
  return std::ranges::find(all, kind) != all.end();
}

}  // namespace

TEST_CASE("Where all is open all reasons and numbers stay, but for the problem") {
  const auto choice = two_of_four();
  const auto record = record_of(choice);
  const auto shown = redacted(record, all_open());
  CHECK(shown.problem.empty());
  CHECK(shown.result.at("score") == record.result.at("score"));
  CHECK(kinds(told(shown, "Cahaya")) == kinds(told(record, "Cahaya")));
  CHECK(told(shown, "Cahaya").at("cost") == 987'654);
  CHECK(has(kinds(told(shown, "Cahaya")), "choice.out.limit_budget"));
}

TEST_CASE("Where costs are closed nothing tells of one, neither amount nor reason") {
  const auto choice = two_of_four();
  auto open = all_open();
  open.budget = open.problem = false;
  const auto shown = redacted(record_of(choice), open);
  const auto all = text_of(shown);
  CHECK(all.find("987654") == std::string::npos);
  CHECK(all.find("limit_budget") == std::string::npos);
  CHECK(told(shown, "Cahaya").at("cost").is_null());
  CHECK_FALSE(shown.result.at("uses").as_object().contains("budget"));
  CHECK(has(kinds(told(shown, "Cahaya")), "choice.public.withheld"));
  CHECK_FALSE(told(shown, "Cahaya").at("chosen").as_bool());
}

TEST_CASE("Where what the rules found is closed who is in is told, and no value or point") {
  const auto choice = two_of_four();
  auto open = all_open();
  open.rules = open.problem = false;
  const auto shown = redacted(record_of(choice), open);
  for (const auto& one : shown.result.at("candidates").as_array()) {
    CHECK(one.at("score").is_null());
    CHECK(one.at("criteria").as_array().empty());
  }
  CHECK(shown.result.at("score").is_null());
  CHECK(shown.result.at("bound").is_null());
  CHECK(text_of(shown).find("points") == std::string::npos);
  CHECK(shown.result.at("selected").as_array().size() == 2);
  CHECK(told(shown, "Anyaman").at("chosen").as_bool());
}

TEST_CASE("A candidate that is hidden is named nowhere, also not where another took its place") {
  const auto choice = two_of_four();
  for (const char* name : {"Anyaman", "Bersih", "Cahaya", "Desa"}) {
    auto open = all_open();
    open.hidden = {choice.id(name)};
    const auto all = text_of(redacted(record_of(choice), open));
    CAPTURE(name, all);
    CHECK(all.find(name) == std::string::npos);
    CHECK(all.find(choice.id(name)) == std::string::npos);
  }
  auto open = all_open();
  open.hidden = {choice.id("Bersih")};
  const auto shown = redacted(record_of(choice), open);
  const auto& lacks = told(shown, "Desa").at("reasons");
  CHECK(boost::json::serialize(lacks).find("choice.public.hidden_candidate") != std::string::npos);
}

TEST_CASE("A statement of a kind that is not known is withheld") {
  const auto choice = two_of_four();
  auto record = record_of(choice);
  auto& first = record.result.at("candidates").as_array().front().as_object();
  first["reasons"].as_array().push_back(
      {{"kind", "choice.of_tomorrow"}, {"arguments", {{"secret", "kotak hitam"}}}});
  const auto all = text_of(redacted(record, all_open()));
  CHECK(all.find("kotak hitam") == std::string::npos);
  CHECK(all.find("choice.public.withheld") != std::string::npos);
}

TEST_CASE("Forced candidates stay with reason and name, and one that is hidden goes") {
  DrawnChoice choice;
  choice.entry("Anyaman", 0.9, 0.9);
  choice.entry("Bersih", 0.2, 0.2);
  choice.choose(R"("count": {"max": 1}, "include": [{"id": ")" + choice.id("Bersih") +
                R"(", "reason": "janji kepada warga", "by": "Sekda"}])");
  auto record = record_of(choice);
  record.scenario = {
      {"include",
       boost::json::array{boost::json::object{
           {"id", choice.id("Bersih")}, {"reason", "janji kepada warga"}, {"by", "Sekda"}}}}};
  auto open = all_open();
  open.rules = false;
  CHECK(has(kinds(told(redacted(record, open), "Bersih")), "choice.in.included_by"));
  CHECK(text_of(redacted(record, open)).find("janji kepada warga") != std::string::npos);
  open.hidden = {choice.id("Bersih")};
  CHECK(text_of(redacted(record, open)).find("janji kepada warga") == std::string::npos);
}

TEST_CASE("A way in is shown where each field that it would change is") {
  DrawnChoice choice;
  for (const auto& [name, partners] : {std::pair{"Bersih", 5}, {"Anyaman", 4}}) {
    auto& entry = choice.entry(name);
    for (int i = 0; i < partners; ++i) entry.partners.push_back("mitra " + std::to_string(i));
  }
  choice.judge_by({"partners", "indicators_with_target"}, [](const DrawnChoice::Cells& row) {
    const bool measured = row.at("indicators_with_target") != "0";
    return DrawnChoice::Verdict{std::stod(row.at("partners")) / 10, measured ? 1.0 : 0.0};
  });
  choice.choose(R"("count": {"max": 1})");
  const auto record = record_of(choice);
  INFO(text_of(record));
  REQUIRE(told(record, "Anyaman").contains("way_in"));
  const auto ways = [&](const Openness& open) {
    const auto shown = redacted(record, open);
    return text_of(shown).find("choice.way.") != std::string::npos ||
           told(shown, "Anyaman").contains("way_in");
  };
  CHECK(ways(all_open()));
  auto without_rules = all_open();
  without_rules.rules = false;
  CHECK_FALSE(ways(without_rules));
  auto record_of_budget = record;
  for (auto& one : record_of_budget.result.at("candidates").as_array()) {
    if (auto* way = one.as_object().if_contains("way_in")) {
      way->as_object()["fields"] = boost::json::array{"/budgets"};
    }
  }
  auto closed = all_open();
  closed.published = catalogue::Publication::usual();
  const auto shown = redacted(record_of_budget, closed);
  CHECK_FALSE(told(shown, "Anyaman").contains("way_in"));
  CHECK(text_of(shown).find("choice.way.") == std::string::npos);
}
