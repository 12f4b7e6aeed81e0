// Claims that nothing verifies: withheld where only what is verified counts, marked where
// claims count.
#include "pilah/registry/choice/counted_claims.hpp"

#include <boost/json.hpp>

#include "drawn_choice.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::tests::DrawnChoice;

using Names = std::vector<std::string>;

namespace {

/// "Test A" goes by the benefit, "Test B" by the indicators; what has neither is refused.
struct ClaimingRegion : DrawnChoice {
  ClaimingRegion() {
    judge_by({"benefit", "indicators"}, [](const Cells& cells) {
      const bool told = cells.at("benefit") != "null";
      const bool counted = cells.at("indicators") != "null" && cells.at("indicators") != "0";
      Verdict verdict{told ? Value(1.0) : std::nullopt, counted ? 1.0 : 0.0};
      verdict.refused = !told && !counted;
      return verdict;
    });
  }

  Names unverified(const std::string& name) const {
    Names said;
    const auto* claims = told(name).if_contains("unverified");
    if (!claims) return said;
    for (const auto& claim : claims->as_array()) {
      said.push_back(say(claim.as_object(), pilah::tests::sentences(), Language::kEnglish));
    }
    return said;
  }
};

pilah::catalogue::Innovation& with_claims(ClaimingRegion& region, const std::string& name) {
  auto& entry = region.entry(name);
  entry.benefit = "less waiting";
  entry.indicators = {{"d", "u", "s", "f", "1", "2", {}}};
  return entry;
}

}  // namespace

TEST_CASE("By default a claim without proof does not count, and the selection says so") {
  ClaimingRegion region;
  region.values = "verified";
  with_claims(region, "claims");
  with_claims(region, "proves").evidence = {{"aa", "f", "m", "/benefit"},
                                            {"bb", "f", "m", "/indicators/0/measured"}};
  region.choose("");
  CHECK(region.result().at("values") == "verified");
  CHECK(region.chosen() == Names{"proves"});
  CHECK(region.told("claims").at("eligible") == false);
  CHECK(region.unverified("claims") == Names{"its benefit is not proven, so it does not count",
                                             "its indicator is not proven, so it does not count"});
  CHECK(region.unverified("proves").empty());
  CHECK(region.sentences_of("notes").front().find(
            "Only verified values count: 1 of 2 candidates have claims without proof") == 0);
  const auto& claim = region.told("claims").at("unverified").at(1);
  CHECK(claim.at("claim") == "indicators");
  CHECK(claim.at("fields").at(0).at("field") == "/indicators/0");
  CHECK(claim.at("fields").at(0).at("entry") == boost::json::string_view(region.id("claims")));
  CHECK(claim.at("criteria").as_array().empty());
}

TEST_CASE("Where nothing at all is verified it is said in a sentence with what to do") {
  ClaimingRegion region;
  region.values = "verified";
  with_claims(region, "a");
  with_claims(region, "b");
  region.choose("");
  CHECK(region.chosen().empty());
  const auto note = region.sentences_of("notes").front();
  CHECK(note.find("No claim of any candidate is proven yet, and only verified values count") == 0);
  CHECK(note.find("2 of 2 candidates") != std::string::npos);
  CHECK(note.find("\"values\": \"claimed\"") != std::string::npos);
}

TEST_CASE("Where nobody claims anything there is nothing to say") {
  ClaimingRegion region;
  region.values = "verified";
  region.entry("bare");
  region.choose("");
  CHECK(region.sentences_of("notes").empty());
}

TEST_CASE(
    "Where claims count, each score that rests on one without proof is marked, and no other") {
  ClaimingRegion region;
  with_claims(region, "claims");
  with_claims(region, "half").evidence = {{"aa", "f", "m", "/benefit"}};
  with_claims(region, "proves").evidence = {{"aa", "f", "m", "/benefit"},
                                            {"bb", "f", "m", "/indicators/0"}};
  region.choose("");
  CHECK(region.result().at("values") == "claimed");
  CHECK(region.unverified("claims") ==
        Names{"Test A rests on its benefit, which nothing proves",
              "Test B rests on its indicator, which nothing proves"});
  CHECK(region.unverified("half") == Names{"Test B rests on its indicator, which nothing proves"});
  CHECK(region.unverified("proves").empty());
  CHECK(region.told("half").at("unverified").at(0).at("criteria").at(0) == "r/b");
  CHECK(region.sentences_of("notes").front().find(
            "The scenario counts claimed values: 2 of 3 candidates have scores") == 0);
}

TEST_CASE("One that is eligible by a claim alone is marked as such") {
  ClaimingRegion region;
  region.entry("one").benefit = "less waiting";
  region.choose("");
  CHECK(region.unverified("one") == Names{"Test A rests on its benefit, which nothing proves; "
                                          "without it, it is not eligible"});
  CHECK(region.told("one").at("unverified").at(0).at("eligible") == true);
}

TEST_CASE("A claim that the rules do not look at is not told") {
  ClaimingRegion region;
  auto& entry = region.entry("one");
  entry.uniqueness = "the first";
  entry.applied = pilah::catalogue::PartialDate{2024, 1, 0};
  region.choose("");
  CHECK(region.unverified("one").empty());
}

TEST_CASE("Where the rules cannot be asked again, the claims are told without what rests on them") {
  ClaimingRegion region;
  with_claims(region, "claims");
  region.ask_again = [](const auto&) {
    return RulesAgain::Answer(
        statement("choice.note.not_asked_again", {{"why", statement("plugin.of_candidate")}}));
  };
  region.choose("");
  CHECK(region.unverified("claims").front() ==
        "its benefit is not proven; which scores rest on it could not be asked");
  CHECK(region.result().at("notes").at(0).at("kind") == "choice.note.claims_not_asked");
}

TEST_CASE("A rule that compares candidates is asked about all of them at once") {
  ClaimingRegion region;
  region.rowwise = false;
  region.entry("silent").indicators = {};
  with_claims(region, "claims");
  region.choose("");
  CHECK(region.unverified("claims").size() == 2);
  CHECK(region.rows_asked == 4);  // both candidates, for each of two kinds of claims
}
