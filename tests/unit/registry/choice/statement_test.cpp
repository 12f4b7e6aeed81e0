#include "pilah/registry/choice/statement.hpp"

#include <boost/json.hpp>

#include "support/catch.hpp"

using namespace pilah::registry;
using pilah::catalogue::Language;
using pilah::catalogue::Sentences;

namespace {

Sentences some_sentences() {
  Sentences sentences;
  sentences.add(
      R"({"a": {"id": "kurang {points} dari {others}", "en": "lacks {points} of {others}"},
                    "b": {"id": "kelompok {name}", "en": "group {name}"}})");
  return sentences;
}

}  // namespace

TEST_CASE("Numbers are written with the separators of the language") {
  CHECK(grouped(0, Language::kEnglish) == "0");
  CHECK(grouped(999, Language::kEnglish) == "999");
  CHECK(grouped(1000, Language::kEnglish) == "1,000");
  CHECK(grouped(-123456, Language::kIndonesian) == "-123.456");
  CHECK(grouped(12345678901, Language::kIndonesian) == "12.345.678.901");
}

TEST_CASE("A statement says texts, numbers, candidates, lists and statements within it") {
  const auto sentences = some_sentences();
  const auto one = statement(
      "a",
      {{"points", 12345},
       {"others", boost::json::array{boost::json::object{{"id", "0190"}, {"name", "Posyandu"}},
                                     statement("b", {{"name", both("kesehatan", "health")}})}}});
  CHECK(say(one, sentences, Language::kIndonesian) ==
        "kurang 12.345 dari Posyandu, kelompok kesehatan");
  CHECK(say(one, sentences, Language::kEnglish) == "lacks 12,345 of Posyandu, group health");
}

TEST_CASE("A list one of whose words has a comma in it is told apart by semicolons") {
  const auto one =
      statement("a", {{"points", 1}, {"others", {"Tukar Sampah, Dapat Sembako", "x"}}});
  CHECK(say(one, some_sentences(), Language::kEnglish) ==
        "lacks 1 of Tukar Sampah, Dapat Sembako; x");
}

TEST_CASE("Statements nested without end are cut, not followed") {
  const auto sentences = some_sentences();
  auto nested = statement("b", {{"name", "x"}});
  for (int depth = 0; depth < 100; ++depth) nested = statement("b", {{"name", nested}});
  CHECK(say(nested, sentences, Language::kEnglish).size() < 200);
}

TEST_CASE("Each statement of a list gets its sentence in both languages and keeps all else") {
  const auto told =
      with_texts({statement("b", {{"name", "x"}})}, some_sentences()).at(0).as_object();
  CHECK(told.at("kind") == "b");
  CHECK(told.at("arguments").at("name") == "x");
  CHECK(told.at("text").at("id") == "kelompok x");
  CHECK(told.at("text").at("en") == "group x");
}
