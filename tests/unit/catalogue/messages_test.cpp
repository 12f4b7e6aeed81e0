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

TEST_CASE("A place that names words takes the one for its value, and without one the value") {
  Sentences sentences;
  sentences.add(R"({
    "list.wrong": {"id": "Isi {what@list.what}, bukan {found}.", "en": "Give {what@list.what}, not {found}."},
    "list.what.number": {"id": "angka", "en": "a number"},
    "list.what.at_most": {"id": "paling banyak {limit}", "en": "at most {limit}"},
    "list.what.circle": {"id": "{what@list.what}", "en": "{what@list.what}"}})");
  const auto said = [&](const char* what, Language language) {
    return sentences.say({"list.wrong", {{"what", what}, {"limit", "36"}, {"found", "99"}}, ""},
                         language);
  };
  CHECK(said("number", Language::kIndonesian) == "Isi angka, bukan 99.");
  CHECK(said("number", Language::kEnglish) == "Give a number, not 99.");
  CHECK(said("at_most", Language::kIndonesian) == "Isi paling banyak 36, bukan 99.");
  CHECK(said("text", Language::kIndonesian) == "Isi text, bukan 99.");
  CHECK(said("circle", Language::kIndonesian) == "Isi circle, bukan 99.");
  CHECK(said("number, text, at_most", Language::kIndonesian) ==
        "Isi angka, text, paling banyak 36, bukan 99.");
  CHECK(said("", Language::kIndonesian) == "Isi , bukan 99.");
  CHECK(sentences.say({"list.wrong", {}, ""}, Language::kEnglish) == "Give , not .");
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
