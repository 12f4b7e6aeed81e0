#include <stdexcept>

#include "pilah/catalogue/sentences.hpp"
#include "support/catch.hpp"

using namespace pilah::catalogue;

TEST_CASE("A message is said in the language asked for, its places filled") {
  Sentences sentences;
  sentences.add(R"({"list.row": {"id": "Baris {row}: {why}.", "en": "Row {row}: {why}."}})");
  const Message message{"list.row", {{"row", "17"}, {"why", "x{row}"}}, ""};
  CHECK(sentences.say(message, Language::kIndonesian) == "Baris 17: x{row}.");
  CHECK(sentences.say(message, Language::kEnglish) == "Row 17: x{row}.");
}

TEST_CASE("A kind without a sentence loses nothing") {
  const Sentences sentences;
  CHECK(sentences.say({"a.b", {{"x", "1"}, {"y", "2"}}, ""}, Language::kEnglish) ==
        "a.b: x = 1, y = 2");
}

TEST_CASE("A message file with a language missing or a kind given twice is refused") {
  Sentences sentences;
  CHECK_THROWS_AS(sentences.add(R"({"a": {"id": "x"}})"), std::invalid_argument);
  sentences.add(R"({"b": {"id": "x", "en": "y"}})");
  CHECK_THROWS_AS(sentences.add(R"({"b": {"id": "x", "en": "y"}})"), std::invalid_argument);
}

TEST_CASE("The language is the first known one of a tag or a header, else Indonesian") {
  CHECK(language_of("en_GB.UTF-8") == Language::kEnglish);
  CHECK(language_of("fr, en;q=0.8, id;q=0.5") == Language::kEnglish);
  CHECK(language_of("id-ID,en") == Language::kIndonesian);
  CHECK(language_of("C.UTF-8") == Language::kIndonesian);
  CHECK(language_of("") == Language::kIndonesian);
  CHECK(language_of("english") == Language::kIndonesian);
}
