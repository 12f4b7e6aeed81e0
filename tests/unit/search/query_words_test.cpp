#include "pilah/search/query_words.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/text/utf8.hpp"
#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// "stem" of each word, a beginning as "word*", or "stem|word*" when it may be either.
std::string read(std::string_view text) {
  std::string all;
  for (const auto& word : search::query_words(text, stemming())) {
    if (!all.empty()) all += ' ';
    all += word.stem;
    if (word.unfinished) all += (word.stem.empty() ? "" : "|") + word.word + "*";
  }
  return all;
}

std::string refused(const std::string& text) {
  try {
    search::query_words(text, stemming());
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind + " " + refusal.messages().front().pointer;
  }
  return {};
}

}  // namespace

TEST_CASE("A text is read as stems, its last word as a beginning too") {
  CHECK(read("Pengelolaan  SAMPAH") == "kelola sampah|sampah*");
  CHECK(read("Pengelolaan sampah ") == "kelola sampah");
  CHECK(read("bank sampah (Mawar)") == "bank sampah mawar");
}

TEST_CASE("Forms that the stemmer would tear apart have the stem of the exceptions") {
  CHECK(read("mengelola ") == read("dikelola "));
  CHECK(read("antrian ") == read("mengantre "));
  CHECK(read("pendidikan ") == read("dididik "));
  CHECK(read("pasar ") != read("pemasaran "));
}

TEST_CASE("Apostrophes and accents are no part of a word") {
  CHECK(read("Jum'at ") == read("jumat "));
  CHECK(read("Qur\u2019an ") == read("quran "));
  CHECK(read("M\u00e9lati ") == read("melati "));
}

TEST_CASE("Words that say nothing are left out, unless one alone is being typed") {
  CHECK(read("dan ") == "");
  CHECK(read("bank dan sampah ") == "bank sampah");
  CHECK(read("sampah di") == "sampah");
  CHECK(read("di") == "di*");
  CHECK(read("") == "");
  CHECK(read(" -- ") == "");
}

TEST_CASE("A stem is looked for once") {
  CHECK(read("kelola mengelola pengelolaan ") == "kelola");
  CHECK(read("pelayanan layanan") == "layan");
}

TEST_CASE("A text beyond its bounds is refused, at its parameter") {
  CHECK(refused(std::string(1'000, 'a')).empty());
  CHECK(refused(std::string(1'001, 'a')) == "search.text_too_long /q");
  std::string words;
  for (int i = 0; i < 32; ++i) words += "kata" + std::to_string(i) + " ";
  CHECK(refused(words).empty());
  CHECK(refused(words + "lagi") == "search.too_many_words /q");
}

TEST_CASE("A word is kept by its first 64 bytes") {
  const std::string endless(500, 'x');
  CHECK(read(endless + " ") == std::string(64, 'x'));
  std::string greek;
  for (int i = 0; i < 100; ++i) greek += "\u03b1";  // two bytes each
  const auto words = search::query_words("x" + greek + " ", stemming());
  CHECK(words.front().word.size() == 63);
  CHECK(text::is_utf8(words.front().word));
}
