#include "pilah/text/words.hpp"

#include <stdexcept>

#include "pilah/text/fold.hpp"
#include "pilah/text/stemmed_text.hpp"
#include "pilah/text/stemmer.hpp"
#include "pilah/text/stemming.hpp"
#include "random_text.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah::text;
using pilah::tests::RandomText;
using pilah::tests::registry_data;

namespace {

std::string joined(const std::vector<Word>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

}  // namespace

TEST_CASE("Every word knows where it stands in the source") {
  const std::string text = "Bank-Sampah  \"Mélati\" (Qur'an)";
  const auto words = split_words(text);
  REQUIRE(words.size() == 4);
  CHECK(words[0].text == "bank");
  CHECK(text.substr(words[1].begin, words[1].end - words[1].begin) == "Sampah");
  CHECK(words[2].text == "melati");
  CHECK(text.substr(words[3].begin, words[3].end - words[3].begin) == "Qur'an");
}

TEST_CASE("The words of a text, joined, are the folded text") {
  constexpr std::uint32_t kSeed = 7;
  INFO("seed " << kSeed);
  RandomText random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random.name() + random.bytes() + "\u2014" + random.name();
    REQUIRE(joined(split_words(text)) == fold(text));
  }
}

TEST_CASE("Words beyond the limit are not read") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "kata ";
  CHECK(split_words(text).size() == kMaxWords);
  CHECK(split_words(text, 3).size() == 3);
  CHECK(split_words("satu\u2014dua\u2014tiga", 2).size() == 2);
  CHECK(split_words("").empty());
  CHECK(split_words(" - \xFF ").empty());
}

TEST_CASE("Forms of one Indonesian word have one stem") {
  const Stemming stemming = Stemming::read(registry_data("stemming.json"));
  const Stemmer stemmer(stemming);
  const auto forms = GENERATE(values<std::vector<std::string>>({
      {"kelola", "mengelola", "dikelola", "pengelolaan", "pengelola"},
      {"layan", "layanan", "melayani", "dilayani", "pelayanan"},
      {"sehat", "kesehatan"},
      {"tata", "menata", "penataan", "ditata"},
      {"penduduk", "kependudukan"},
      {"sekolah", "bersekolah"},
      {"wisata", "pariwisata"},
      {"rencana", "perencanaan", "merencanakan"},
      {"antre", "antrean", "antrian", "mengantre"},
      {"tanggulang", "penanggulangan", "menanggulangi"},
  }));
  for (const auto& form : forms) {
    CAPTURE(form);
    CHECK(stemmer.stem(form) == stemmer.stem(forms.front()));
  }
}

TEST_CASE("Words that only look related keep their own stems") {
  const Stemming stemming = Stemming::read(registry_data("stemming.json"));
  const Stemmer stemmer(stemming);
  const auto [first, second] = GENERATE(table<std::string, std::string>({
      {"pasar", "pemasaran"},
      {"pengadaan", "keberadaan"},
      {"kejadian", "menjadi"},
      {"perusahaan", "usaha"},
      {"terbarukan", "baru"},
      {"kekerasan", "keras"},
      {"asi", "asian"},
  }));
  CHECK(stemmer.stem(first) != stemmer.stem(second));
}

TEST_CASE("Words that have no Indonesian affixes stay as they are") {
  const Stemming stemming = Stemming::read(registry_data("stemming.json"));
  const Stemmer stemmer(stemming);
  CHECK(stemmer.stem("ktp") == "ktp");
  CHECK(stemmer.stem("tps3r") == "tps3r");
  CHECK(stemmer.stem("") == "");
  const std::string endless(1'000'000, 'n');
  CHECK(stemmer.stem(endless) == endless);
}

TEST_CASE("A stemmed text leaves out stop words and keeps places") {
  const Stemming stemming = Stemming::read(registry_data("stemming.json"));
  const Stemmer stemmer(stemming);
  const std::string text = "Pengelolaan dan pemilahan sampah";
  const StemmedText row = stemmed(stemmer, text);
  REQUIRE(row.stems.size() == 3);
  CHECK(row.stems[0] == "kelola");
  CHECK(text.substr(row.begins[2], row.ends[2] - row.begins[2]) == "sampah");
}

TEST_CASE("A stemming file of another shape is refused") {
  const std::string wrong =
      GENERATE(as<std::string>{}, "", "[]", "{}", R"({"stop_words": ["dan"]})",
               R"({"stop_words": [1], "light_words": [], "exceptions": {}})",
               R"({"stop_words": [], "light_words": [],
                                         "exceptions": {"a": ["kata"], "b": ["Kata"]}})");
  CHECK_THROWS_AS(Stemming::read(wrong), std::invalid_argument);
}
