#include "pilah/text/area_lexicon.hpp"

#include <map>
#include <stdexcept>

#include "pilah/catalogue/taxonomy.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah;
using tests::registry_data;

namespace {

text::AreaLexicon read(std::string_view json) {
  return text::AreaLexicon::read(json, text::Stemming::read(registry_data("stemming.json")),
                                 catalogue::Taxonomy::read(registry_data("taxonomy.json")));
}

std::string document(std::string_view areas, std::string_view calibration = "[[0, 0]]",
                     std::string_view owners = "[]") {
  return R"({"areas": )" + std::string(areas) + R"(, "neutral": [], "owners": )" +
         std::string(owners) + R"(, "affairs": [], "fields": {"name": 6, "summary": 3, "benefit": 1,
         "problem": 2, "owner": 3, "affairs": 4}, "doubt": 20, "calibration": )" +
         std::string(calibration) + "}";
}

}  // namespace

TEST_CASE("The lexicon that comes with Pilah is read, with all 18 areas") {
  const auto lexicon = read(registry_data("area_lexicon.json"));
  REQUIRE(lexicon.areas().size() == 18);
  std::map<std::string, std::size_t> phrases;
  for (text::PhraseTable::PhraseId id = 0; id < lexicon.phrases(text::TextField::kName).size();
       ++id) {
    for (const auto& meaning : lexicon.meanings(text::TextField::kName, id)) {
      ++phrases[lexicon.areas()[meaning.area].area];
    }
  }
  for (const auto& area : lexicon.areas()) {
    CAPTURE(area.area);
    CHECK(phrases[area.area] >= 60);
  }
}

TEST_CASE("The longest phrase at a place is found, whatever form its words have") {
  const auto lexicon = read(document(R"({"waste": [{"phrase": "sampah", "weight": 4},
      {"phrase": "bank sampah", "weight": 8}], "transaction": [{"phrase": "bank", "weight": 5}]})"));
  const auto& phrases = lexicon.phrases(text::TextField::kSummary);
  REQUIRE(phrases.longest({"bank", "sampah"}, 0));
  CHECK(phrases.longest({"bank", "sampah"}, 0)->size == 2);
  CHECK(phrases.longest({"bank", "sampah"}, 1)->size == 1);
  CHECK(phrases.longest({"bank", "daerah"}, 0)->size == 1);
  CHECK_FALSE(phrases.longest({"daerah"}, 0));
  CHECK_FALSE(phrases.longest({}, 0));
}

TEST_CASE("Phrases that stem alike are one, with the stronger weight") {
  const auto lexicon = read(document(R"({"waste": [{"phrase": "pengelolaan sampah", "weight": 4},
      {"phrase": "mengelola sampah", "weight": 7}]})"));
  const auto match = lexicon.phrases(text::TextField::kName).longest({"kelola", "sampah"}, 0);
  REQUIRE(match);
  const auto& meanings = lexicon.meanings(text::TextField::kName, match->phrase);
  REQUIRE(meanings.size() == 1);
  CHECK(meanings[0].weight == 7);
}

TEST_CASE("A wrong lexicon is refused, naming the place") {
  const auto [json, place] = GENERATE(table<std::string, std::string>({
      {"", "area_lexicon.json"},
      {"[]", "area_lexicon.json"},
      {"{}", "area_lexicon.json"},
      {document(R"({"helth": []})"), "areas.helth"},
      {document(R"({"health": [{"phrase": "dan yang", "weight": 4}]})"), "dan yang"},
      {document(R"({"health": [{"phrase": "puskesmas", "weight": 0}]})"), "puskesmas"},
      {document(R"({"health": [{"phrase": "puskesmas", "weight": 21}]})"), "puskesmas"},
      {document(R"({"health": [{"phrase": "puskesmas", "weight": 1.5}]})"), "puskesmas"},
      {document("{}", "[]"), "calibration"},
      {document("{}", "[[0, 500], [100, 400]]"), "calibration"},
      {document("{}", "[[100, 0], [100, 400]]"), "calibration"},
      {document("{}", "[[0, 1000001]]"), "calibration"},
      {document("{}", "[[0, 0]]", R"([{"phrase": "dinkes", "areas": {"sehat": 3}}])"), "dinkes"},
  }));
  CAPTURE(json);
  try {
    read(json);
    FAIL("was read");
  } catch (const std::invalid_argument& error) {
    CHECK(std::string(error.what()).find(place) != std::string::npos);
  }
}

TEST_CASE("Confidence follows straight lines between the points of the calibration") {
  const auto lexicon =
      read(document("{}", "[[200000, 100000], [400000, 500000], [1000000, 900000]]"));
  const auto confidence = [&](std::int64_t share) { return lexicon.confidence({share}).value; };
  CHECK(confidence(0) == 100'000);
  CHECK(confidence(200'000) == 100'000);
  CHECK(confidence(300'000) == 300'000);
  CHECK(confidence(400'000) == 500'000);
  CHECK(confidence(700'000) == 700'000);
  CHECK(confidence(1'000'000) == 900'000);
}
