// Selections in the sentences of one language.
#include "pilah/registry/choice/explain.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::catalogue::Refusal;
using pilah::catalogue::Status;
using pilah::tests::DrawnChoice;
using pilah::tests::sentences;

using List = std::vector<std::string>;

namespace {

SelectionEntry entry_of(const DrawnChoice& choice) {
  SelectionEntry entry;
  entry.selection.name = "Uji";
  entry.selection.result = choice.result();
  return entry;
}

DrawnChoice three() {
  DrawnChoice choice;
  choice.entry("Posyandu Ceria", 0.9);
  choice.entry("Bank Sampah", 0.6);
  choice.entry("Tanpa Biaya", 0.7).budgets.clear();
  choice.entry("Gagasan").status = Status::kDraft;
  return choice;
}

}  // namespace

TEST_CASE("An explanation sums up, then tells of the chosen and the rejected, best first") {
  auto choice = three();
  choice.choose(R"("count": {"min": 1, "max": 1})");
  const auto told = explanation(entry_of(choice), sentences(), Language::kEnglish);
  CHECK(told.name == "Uji");
  CHECK(told.status == "optimal");
  CHECK(told.summary ==
        List{"1 chosen of 3 candidates (2 eligible); score 800,000, proven to be the best.",
             "Left aside by the scenario: 1 \"draft\".", "The cost of all is Rp 100."});
  REQUIRE(told.chosen.size() == 1);
  const auto& best = told.chosen.front();
  CHECK(best.name == "Posyandu Ceria");
  CHECK(best.owner == "Organisation DINKES");
  CHECK(best.dimension == "Smart Living");
  CHECK(best.area == "health");
  CHECK(best.cost == 100);
  REQUIRE(best.criteria.size() == 2);
  CHECK(best.criteria[0].title == "Test A");
  CHECK(best.criteria[0].value == 900'000);
  CHECK(best.criteria[0].contribution == 675'000);
  CHECK(best.criteria[0].text == "why a");
  REQUIRE(told.rejected.size() == 2);
  CHECK(told.rejected[0].name == "Bank Sampah");
  CHECK(told.rejected[1].name == "Tanpa Biaya");
  CHECK_FALSE(told.rejected[1].eligible);
}

TEST_CASE("The explanation of an infeasible scenario ends in what cannot hold together") {
  auto choice = three();
  choice.choose(R"("count": {"min": 3})");
  const auto told = explanation(entry_of(choice), sentences(), Language::kIndonesian);
  CHECK(told.status == "infeasible");
  CHECK(told.chosen.empty());
  CHECK(told.conflict ==
        List{"paling sedikit 3 terpilih, dari 2 yang memenuhi syarat; cukup diubah menjadi 2"});
}

TEST_CASE("One candidate is found by id or by name, whatever the spelling") {
  auto choice = three();
  choice.choose("");
  const auto entry = entry_of(choice);
  const auto find = [&](const std::string& wanted) {
    return explained_candidate(entry, wanted, sentences(), Language::kEnglish).name;
  };
  CHECK(find(choice.id("Bank Sampah")) == "Bank Sampah");
  CHECK(find("POSYANDU-ceria") == "Posyandu Ceria");
  CHECK_THROWS_AS(find("Gagasan"), Refusal);
  CHECK_THROWS_AS(find(""), Refusal);
  choice.entry("bank sampah");
  choice.choose("");
  CHECK_THROWS_AS(
      explained_candidate(entry_of(choice), "Bank Sampah", sentences(), Language::kEnglish),
      Refusal);
}
