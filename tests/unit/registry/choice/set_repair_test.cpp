// Who replaces members that leave, and what is left to say of a single candidate.
#include "pilah/registry/choice/set_repair.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/outlook.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/documents/set_repair.hpp"
#include "stored_record.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::catalogue::Refusal;
using pilah::catalogue::RefusalKind;
using pilah::catalogue::SelectionRecord;
using pilah::tests::DrawnChoice;
using pilah::tests::patient;
using pilah::tests::record_of;
using pilah::tests::sentences;

using List = std::vector<std::string>;

namespace {

/// Each is worth what its name is followed by, and costs what comes then.
DrawnChoice five() {
  DrawnChoice choice;
  const auto add = [&](const char* name, double worth, std::int64_t cost) {
    choice.entry(name, worth, worth).budgets.front().amount = pilah::catalogue::Rupiah{cost};
  };
  add("Anyaman", 0.70, 100);
  add("Bersih", 0.65, 100);
  add("Cahaya", 0.60, 80);
  add("Desa", 0.10, 10);
  add("Festival, Pasar", 0.66, 50);
  return choice;
}

SelectionRecord chosen_two(const std::string& more = {}) {
  auto choice = five();
  // The festival goes with neither of the two that are chosen.
  choice.relate(pilah::catalogue::RelationKind::kVariantOf, "Festival, Pasar", "Anyaman");
  choice.relate(pilah::catalogue::RelationKind::kVariantOf, "Festival, Pasar", "Bersih");
  choice.relate(pilah::catalogue::RelationKind::kVariantOf, "Cahaya", "Bersih");
  choice.choose(R"("count": {"min": 2, "max": 2}, "relations": {"variant-of": "excludes"})" + more);
  return record_of(choice);
}

SetRepair repaired(const SelectionRecord& record, const List& without,
                   std::optional<std::size_t> changes = {}) {
  return set_repair(StoredChoice(record), without, changes, patient());
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

/// "pointer kind" of the refusal, empty if there is none.
std::string refused(const SelectionRecord& record, const List& without,
                    std::optional<std::size_t> changes = {}) {
  try {
    repaired(record, without, changes);
  } catch (const Refusal& refusal) {
    const auto& message = refusal.messages().front();
    CHECK(sentences().knows(message.kind));
    return message.pointer + " " + message.kind;
  }
  return {};
}

}  // namespace

TEST_CASE("Who replaces a member while all others stay, and the best set with more changes") {
  const auto repair = repaired(chosen_two(), {"anyaman"});
  CHECK(names(repair.leaving) == List{"Anyaman"});
  CHECK(repair.changes == 2);
  REQUIRE(repair.replaced);
  CHECK(names(repair.replaced->exchange.enter) == List{"Desa"});
  CHECK(names(repair.replaced->exchange.leave) == List{"Anyaman"});
  CHECK(repair.replaced->points == -600'000);
  REQUIRE(repair.changed);
  CHECK(names(repair.changed->exchange.enter) == List{"Cahaya", "Festival, Pasar"});
  CHECK(repair.changed->points == -90'000);
  CHECK(repair.changed->cost == 130);
  CHECK(said(repair.said) ==
        List{"Without Anyaman: replaced by Desa, all others stay (600,000 points less, Rp "
             "90 less).",
             "With up to 2 changes, Cahaya; Festival, Pasar would replace Anyaman, Bersih (90,000 "
             "points less, Rp 70 less)."});
  CHECK(
      said(repair.said, Language::kIndonesian).front() ==
      "Tanpa Anyaman: penggantinya Desa, yang lain tetap (turun 600.000 poin, biaya turun Rp90).");
}

TEST_CASE("With as many changes as members leave, only the one way is told") {
  const auto repair = repaired(chosen_two(), {"Anyaman"}, 1);
  CHECK(repair.replaced);
  CHECK_FALSE(repair.changed);
  CHECK(repair.said.size() == 1);
}

TEST_CASE("More changes that bring nothing better say so") {
  DrawnChoice choice = five();
  choice.choose(R"("count": {"min": 2, "max": 2})");
  const auto repair = repaired(record_of(choice), {"Anyaman"});
  CHECK(names(repair.replaced->exchange.enter) == List{"Bersih"});
  CHECK_FALSE(repair.changed);
  CHECK(said(repair.said)[1] == "Up to 2 changes bring nothing better.");
}

TEST_CASE("Where nobody can take the place, the conditions that stand in the way are told") {
  const auto record = chosen_two(R"(, "exclude": [{"id": ")" + five().id("Desa") +
                                 R"(", "reason": "belum siap", "by": "Bappeda"}])");
  const auto repair = repaired(record, {"Anyaman"});
  CHECK_FALSE(repair.replaced);
  REQUIRE(repair.changed);
  const auto first = said(repair.said).front();
  CHECK(first.find("While all others stay, nobody can take the place of Anyaman: ") == 0);
  CHECK(first.find("at least 2 are chosen, of 5 that are eligible") != std::string::npos);
  CHECK(first.find("Desa is kept out: belum siap") != std::string::npos);
  const auto document = set_repair_document(record, repair, sentences());
  CHECK(document.at("replaced").is_null());
  CHECK(document.at("changed").at("enter").as_array().size() == 2);
  // The condition keeps its place in the scenario.
  const auto& because = document.at("said").at(0).at("arguments").at("because").as_array();
  CHECK(std::ranges::any_of(because, [](const auto& one) {
    const auto* pointer = one.as_object().if_contains("pointer");
    return pointer && *pointer == "/count/min";
  }));
}

TEST_CASE("Several leave at once, by name or id, with commas in names or between them") {
  const auto record = chosen_two();
  const auto both = repaired(record, {"Anyaman,  bersih"});
  CHECK(names(both.leaving) == List{"Anyaman", "Bersih"});
  CHECK(both.changes == 2);
  CHECK(names(repaired(record, {"Bersih", "Anyaman", "Bersih"}).leaving) ==
        List{"Anyaman", "Bersih"});
  CHECK(refused(record, {"Festival, Pasar"}) == "/without choice.not_chosen");
  CHECK(names(repaired(record, {five().id("Bersih")}).leaving) == List{"Bersih"});
}

TEST_CASE("What cannot be asked is refused: strangers, the rejected, nobody, too few changes") {
  const auto record = chosen_two();
  CHECK(refused(record, {"Cahaya"}) == "/without choice.not_chosen");
  CHECK(refused(record, {"Tak dikenal"}) == " choice.not_a_candidate");
  CHECK(refused(record, {"Anyaman, Tak dikenal"}) == " choice.not_a_candidate");
  CHECK(refused(record, {""}) == " choice.not_a_candidate");
  CHECK(refused(record, {}) == "/without choice.repaired.nobody_leaves");
  CHECK(refused(record, {"Anyaman,Bersih"}, 1) == "/changes choice.repaired.too_few_changes");
  CHECK(refused(record, {"Anyaman,Bersih"}, 100).empty());
  DrawnChoice choice = five();
  choice.entry("Tanpa biaya").budgets.clear();
  choice.choose(R"("count": {"max": 2})");
  CHECK(refused(record_of(choice), {"Tanpa biaya"}) == " choice.not_eligible_candidate");
}

TEST_CASE("Of an infeasible selection there is nothing to repair, and that is said") {
  auto choice = five();
  choice.choose(R"("count": {"min": 9})");
  const auto repair = repaired(record_of(choice), {"Anyaman"});
  CHECK_FALSE(repair.replaced);
  REQUIRE(repair.said.size() == 1);
  CHECK(repair.said.front().at("kind") == "choice.question.infeasible");
}

TEST_CASE("A candidate that the budget keeps out may cost so much, and no more") {
  auto choice = five();
  choice.choose(R"("count": {"min": 2, "max": 2},
                   "limits": [{"resource": "budget", "max": 160}])");
  const auto record = record_of(choice);
  CHECK(choice.chosen() == List{"Anyaman", "Festival, Pasar"});
  const StoredChoice stored(record);
  // Bersih would have to replace the festival: beside Anyaman 60 are left.
  const auto bersih = outlook(stored, stored.position_of("Bersih"), patient());
  CHECK(bersih.largest_uses.empty());  // it scores less, whatever it costs
  const auto cahaya = outlook(stored, stored.position_of("Cahaya"), patient());
  CHECK(cahaya.largest_uses.empty());

  choice = five();
  choice.choose(R"("count": {"min": 2, "max": 2},
                   "limits": [{"resource": "budget", "max": 130}])");
  const auto tight = record_of(choice);
  CHECK(choice.chosen() == List{"Cahaya", "Festival, Pasar"});
  const StoredChoice dear(tight);
  const auto anyaman = outlook(dear, dear.position_of("Anyaman"), patient());
  CHECK(anyaman.largest_uses == std::map<std::string, std::int64_t>{{"budget", 80}});
  CHECK(said(anyaman.said) == List{"would be in if it cost at most Rp 80 (now Rp 100)"});
  CHECK(said(anyaman.said, Language::kIndonesian) ==
        List{"akan masuk bila biayanya paling banyak Rp80 (sekarang Rp100)"});
}

TEST_CASE("One that is as good and lost by the order alone needs no lower cost") {
  DrawnChoice choice;
  choice.entry("A");
  choice.entry("B");
  choice.choose(R"("count": {"max": 1}, "limits": [{"resource": "budget", "max": 100}])");
  const auto record = record_of(choice);
  const StoredChoice stored(record);
  CHECK(outlook(stored, stored.position_of("B"), patient()).largest_uses.empty());
}

TEST_CASE("What a chosen one contributes is told where it has a number") {
  const auto record = chosen_two();
  const StoredChoice stored(record);
  const auto told = outlook(stored, stored.position_of("Anyaman"), patient());
  REQUIRE(told.contribution);
  CHECK(told.said.size() == 1);
  auto choice = five();
  choice.choose(R"("count": {"min": 5})");
  const auto all = record_of(choice);
  const StoredChoice needed(all);
  CHECK_FALSE(outlook(needed, needed.position_of("Anyaman"), patient()).contribution);
}
