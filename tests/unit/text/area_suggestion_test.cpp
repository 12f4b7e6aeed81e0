#include "pilah/text/area_suggestion.hpp"

#include <algorithm>

#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "random_text.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah;
using tests::RandomText;
using tests::registry_data;
using text::EntryTexts;

namespace {

const text::AreaLexicon& lexicon() {
  static const text::AreaLexicon read = text::AreaLexicon::read(
      registry_data("area_lexicon.json"), text::Stemming::read(registry_data("stemming.json")),
      catalogue::Taxonomy::read(registry_data("taxonomy.json")));
  return read;
}

text::AreaLexicon small_lexicon() {
  return text::AreaLexicon::read(
      R"({"areas": {"health": [{"phrase": "sehat", "weight": 4}],
                    "waste": [{"phrase": "sampah", "weight": 4}],
                    "harmony": [{"phrase": "rumah", "weight": 4}],
                    "tourism": [{"phrase": "festival", "weight": 4}]},
          "neutral": ["rumah tangga"],
          "owners": [{"phrase": "dinas kesehatan", "areas": {"health": 8}}],
          "affairs": [{"phrase": "public works", "areas": {"harmony": 6}}],
          "fields": {"name": 6, "summary": 3, "benefit": 1, "problem": 2, "owner": 3, "affairs": 4},
          "doubt": 20, "calibration": [[0, 0], [1000000, 1000000]]})",
      text::Stemming::read(registry_data("stemming.json")),
      catalogue::Taxonomy::read(registry_data("taxonomy.json")));
}

EntryTexts named(std::string_view name, std::string_view summary = {},
                 std::string_view owner = {}) {
  EntryTexts texts;
  texts.name = name;
  texts.summary = summary;
  texts.owner = owner;
  return texts;
}

}  // namespace

TEST_CASE("Names as agencies coin them are suggested the area that a planner would choose") {
  const auto [name, summary, owner,
              area] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"Perahu Sehat", "Petugas mengunjungi ibu hamil dan balita di pulau", "Dinkes", "health"},
      {"Jemput Bola KTP", "Perekaman kependudukan di sekolah dan desa", "Disdukcapil",
       "public-service"},
      {"e-Kinerja", "Penilaian kinerja pegawai setiap bulan", "BKPSDM", "bureaucracy"},
      {"Portal Satu Data", "Data sektoral terbuka bagi siapa saja", "Bappeda", "public-policy"},
      {"Festival Rempah", "Pergelaran tahunan bagi wisatawan", "Disbudpar", "tourism"},
      {"Etalase Produk Lokal", "Pemasaran dan kemasan produk unggulan daerah", "", "business"},
      {"Trotoar Ramah", "Penataan PKL dan taman kota", "", "city-appearance"},
      {"Inkubator IKM", "Pendampingan sentra industri kecil", "Disperindag", "industry"},
      {"Lumbung Pangan Warga", "Bantuan bagi keluarga miskin", "Dinas Sosial", "welfare"},
      {"Retribusi QRIS", "Pembayaran non tunai retribusi pasar", "Bapenda", "transaction"},
      {"Bedah Rumah", "Perbaikan rumah tidak layak huni", "Disperkim", "harmony"},
      {"Angkot Tepat Waktu", "Trayek dan halte ditata ulang", "Dishub", "mobility"},
      {"Sekolah Perempuan", "Kader PKK dan forum anak bermusyawarah", "DP3A", "community"},
      {"Pojok Baca", "Literasi dan gemar membaca bagi siswa", "Disdik", "learning"},
      {"Siaga Banjir", "Peringatan dini dan evakuasi", "BPBD", "security"},
      {"Sungai Lestari", "Penanaman mangrove dan pemantauan pencemaran air", "DLH", "protection"},
      {"Maggot Pasar", "Sampah organik menjadi pakan", "DLH", "waste"},
      {"Lampu Surya", "PLTS dan biogas untuk desa tanpa listrik", "ESDM", "energy"},
  }));
  const auto suggestions = suggest(lexicon(), named(name, summary, owner));
  REQUIRE_FALSE(suggestions.empty());
  CHECK(suggestions.front().area == area);
  CHECK(suggestions.size() <= 3);
  CHECK(suggestions.front().dimension ==
        catalogue::Taxonomy::read(registry_data("taxonomy.json")).area(area)->dimension);
}

TEST_CASE("The words that spoke for an area are shown as they stand in the text") {
  const auto suggestions = suggest(
      lexicon(), named("Gerakan PENGELOLAAN\n Sampah", "Warga memilah; sampahnya ditabung"));
  REQUIRE_FALSE(suggestions.empty());
  CHECK(suggestions.front().area == "waste");
  CHECK(suggestions.front().words.front() == "PENGELOLAAN Sampah");
}

TEST_CASE(
    "A word counts more in the name than in the summary, and more there than in the benefit") {
  const auto small = small_lexicon();
  EntryTexts texts = named("Festival", "Kota sehat");
  texts.benefit = "sampah berkurang";
  const auto suggestions = suggest(small, texts);
  REQUIRE(suggestions.size() == 3);
  CHECK(suggestions[0].area == "tourism");
  CHECK(suggestions[1].area == "health");
  CHECK(suggestions[2].area == "waste");
}

TEST_CASE("A word that is repeated counts less each time, so that it cannot shout others down") {
  const auto small = small_lexicon();
  const auto suggestions = suggest(small, named("Festival", "sehat sehat sehat sehat sehat sehat"));
  CHECK(suggestions.front().area == "tourism");
}

TEST_CASE("What stands late in a long text counts less") {
  const auto small = small_lexicon();
  std::string late;
  for (int i = 0; i < 250; ++i) late += "kata" + std::to_string(i) + " ";
  CHECK(suggest(small, named("", "sehat " + late + "sampah")).front().area == "health");
  CHECK(suggest(small, named("", "sampah " + late + "sehat")).front().area == "waste");
}

TEST_CASE("A neutral phrase keeps its words from speaking") {
  const auto small = small_lexicon();
  CHECK(suggest(small, named("Rumah Tangga")).empty());
  CHECK(suggest(small, named("Rumah")).front().area == "harmony");
}

TEST_CASE("The owner and the affairs speak beforehand and yield to the text") {
  const auto small = small_lexicon();
  CHECK(suggest(small, named("SIGAP", "", "Dinas Kesehatan Kota")).front().area == "health");
  CHECK(suggest(small, named("Bank Sampah", "sampah", "Dinas Kesehatan")).front().area == "waste");
  EntryTexts texts = named("SIGAP");
  texts.affairs = {"public-works"};
  CHECK(suggest(small, texts).front().area == "harmony");
}

TEST_CASE("Equal evidence keeps the order of the taxonomy and halves the confidence") {
  const auto small = small_lexicon();
  const auto suggestions = suggest(small, named("Sampah Sehat"));
  REQUIRE(suggestions.size() == 2);
  CHECK(suggestions[0].area == "health");
  CHECK(suggestions[0].confidence == suggestions[1].confidence);
  CHECK(suggestions[0].confidence.value < 500'000);
  CHECK(suggest(small, named("Sehat")).front().confidence.value > 500'000);
}

TEST_CASE("Nothing is suggested where nothing speaks, and never more than asked for") {
  const std::string silent =
      GENERATE(as<std::string>{}, "", "-", "SIGMA", "\xFF\xFE", "dan yang untuk");
  CHECK(suggest(lexicon(), named(silent)).empty());
  const auto many = named("Festival puskesmas sampah angkot sekolah banjir listrik");
  CHECK(suggest(lexicon(), many, 0).empty());
  CHECK(suggest(lexicon(), many, 1).size() == 1);
  CHECK(suggest(lexicon(), many, 18).size() >= 7);
}

TEST_CASE("Whatever the text, suggestions are ordered and their confidences within bounds") {
  constexpr std::uint32_t kSeed = 31;
  INFO("seed " << kSeed);
  RandomText random(kSeed);
  for (int i = 0; i < 2'000; ++i) {
    const std::string name = random.name();
    const std::string summary = random.name() + random.bytes() + random.name();
    const auto suggestions = suggest(lexicon(), named(name, summary, random.name()), 18);
    for (std::size_t s = 0; s < suggestions.size(); ++s) {
      REQUIRE(suggestions[s].confidence.value >= 0);
      REQUIRE(suggestions[s].confidence.value <= 1'000'000);
      REQUIRE((s == 0 || suggestions[s].confidence <= suggestions[s - 1].confidence));
      REQUIRE_FALSE(suggestions[s].words.empty());
      REQUIRE(suggestions[s].words.size() <= 8);
    }
  }
}

TEST_CASE("A text of a megabyte is read as far as it says something") {
  const std::string endless(1'000'000, 'a');
  CHECK(suggest(lexicon(), named(endless, endless, endless)).empty());
  std::string shouting;
  while (shouting.size() < 1'000'000) shouting += "bank sampah ";
  const auto suggestions = suggest(lexicon(), named(shouting, shouting));
  REQUIRE_FALSE(suggestions.empty());
  CHECK(suggestions.front().area == "waste");
}
