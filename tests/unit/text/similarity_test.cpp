#include "pilah/text/similarity.hpp"

#include <algorithm>

#include "pilah/text/stemming.hpp"
#include "random_text.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah::text;
using pilah::tests::RandomText;

namespace {

const Stemming& stemming() {
  static const Stemming read = Stemming::read(pilah::tests::registry_data("stemming.json"));
  return read;
}

NameSimilarity likeness(std::string_view first, std::string_view second) {
  const NameReader reader(stemming(), {"Kota Bogor"});
  return similarity(reader.read(first), reader.read(second));
}

/// Every string of up to `longest` letters of a small alphabet.
std::vector<std::string> all_strings(const std::string& alphabet, std::size_t longest) {
  std::vector<std::string> all{""};
  for (std::size_t begin = 0; all.back().size() < longest;) {
    const std::size_t end = all.size();
    for (std::size_t i = begin; i < end; ++i) {
      for (const char c : alphabet) all.push_back(all[i] + c);
    }
    begin = end;
  }
  return all;
}

/// The textbook recursion of optimal string alignment.
std::size_t plain_edits(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string_view x = a.substr(0, a.size() - 1);
  const std::string_view y = b.substr(0, b.size() - 1);
  std::size_t least = std::min({plain_edits(x, y) + (a.back() == b.back() ? 0 : 1),
                                plain_edits(x, b) + 1, plain_edits(a, y) + 1});
  if (a.size() > 1 && b.size() > 1 && a.back() == y.back() && x.back() == b.back()) {
    least = std::min(least, plain_edits(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)) + 1);
  }
  return least;
}

}  // namespace

TEST_CASE("The same name in another spelling is the same name") {
  const auto [first, second] = GENERATE(table<std::string, std::string>({
      {"SILAK", "SIlak"},
      {"E-Surat", "esurat"},
      {"e-Surat", "E SURAT"},
      {"Aplikasi SIMPUS", "SIMPUS"},
      {"Sistem Informasi Pajak Daerah Online", "SISTEM INFORMASI PAJAK DAERAH (ONLINE)"},
      {"Bank Sampah Kota Bogor", "Bank Sampah"},
      {"SITANDUK (Sistem Informasi Data Administrasi Kependudukan)", "Sitanduk"},
      {"SIPERI ( Sistem pengendalian Rekomendasi izin ", "SIPERI"},
      {"Al-Qur'an", "Al Quran"},
  }));
  const NameSimilarity found = likeness(first, second);
  CHECK(found.likeness == NameLikeness::kSame);
  CHECK(found.score.value >= 900'000);
}

TEST_CASE("An abbreviation is like the name that it stands for") {
  const auto [word, name] = GENERATE(table<std::string, std::string>({
      {"SILAK", "Sistem Informasi Layanan Kependudukan"},
      {"PATEN", "Pelayanan Administrasi Terpadu Kecamatan"},
      {"Simpeg", "Sistem Informasi Manajemen Pegawai"},
      {"PPDB", "Penerimaan Peserta Didik Baru"},
  }));
  // "Terpadu" gives "te" and "Kecamatan" nothing, so PATEN is none of these.
  const bool expected = word != "PATEN";
  CHECK((likeness(word, name).likeness == NameLikeness::kAbbreviation) == expected);
}

TEST_CASE("What begins like a name but leaves out its words is no abbreviation") {
  const NameReader reader(stemming());
  const auto part = reader.read("Layanan Kesehatan Ibu Hamil").parts.front();
  CHECK(abbreviates("lakeih", part));
  CHECK(abbreviates("keibuha", part));  // light words at choice
  CHECK_FALSE(abbreviates("lake", part));
  CHECK_FALSE(abbreviates("kesehatan", part));
  CHECK_FALSE(abbreviates("", part));
  CHECK_FALSE(abbreviates(std::string(1'000'000, 'k'), part));
}

TEST_CASE("Names with one word in common stay below a likely duplicate") {
  const auto [first, second] = GENERATE(table<std::string, std::string>({
      {"Sistem Informasi Pajak Daerah", "Sistem Informasi Barang Daerah"},
      {"SIMDA", "SIMDU"},
      {"Bank Sampah Sekolah", "Bank Sampah Pasar"},
      {"Pelayanan KTP 1 Jam", "Pelayanan Akhir Pekan"},
      {"Posyandu Remaja", "Posyandu Lansia"},
      {"Puskesmas Ramah Anak", "Kota Layak Anak"},
  }));
  CHECK(likeness(first, second).score.value < 700'000);
}

TEST_CASE("A slip of the pen in a longer name matters little") {
  CHECK(likeness("Pelayanan Administrasi Kependudukan Keliling",
                 "Pelayanan Adminstrasi Kependudukan Keliling")
            .score.value > 850'000);
}

TEST_CASE("Nothing is like a name without words") {
  const NameReader reader(stemming());
  const auto empty = reader.read(GENERATE(as<std::string>{}, "", "---", "\xFF\xFE"));
  CHECK(empty.empty());
  CHECK(similarity(empty, reader.read("SILAK")).score.value == 0);
  CHECK(similarity(empty, empty).likeness == NameLikeness::kNone);
}

TEST_CASE("A name of light or of stop words alone is still a name") {
  CHECK(likeness("Aplikasi Online", "APLIKASI ONLINE").score.value == 1'000'000);
  CHECK(likeness("Untuk Semua", "untuk semua").score.value == 1'000'000);
}

TEST_CASE("Similarity is symmetric, within bounds, and whole for a name and itself") {
  constexpr std::uint32_t kSeed = 4711;
  INFO("seed " << kSeed);
  RandomText random(kSeed);
  const NameReader reader(stemming());
  for (int i = 0; i < 5'000; ++i) {
    const std::string a = random.name() + (i % 7 == 0 ? random.bytes() : "");
    const std::string b = random.name();
    CAPTURE(a, b);
    const auto first = reader.read(a);
    const auto second = reader.read(b);
    const NameSimilarity there = similarity(first, second);
    const NameSimilarity back = similarity(second, first);
    REQUIRE(there.score == back.score);
    REQUIRE(there.likeness == back.likeness);
    REQUIRE(there.score.value >= 0);
    REQUIRE(there.score.value <= 1'000'000);
    REQUIRE(similarity(second, second).score.value == 1'000'000);
  }
}

TEST_CASE("Edits agree with the textbook on all pairs of short words") {
  const auto words = all_strings("ab", 5);
  for (const auto& a : words) {
    for (const auto& b : words) {
      const std::size_t exact = plain_edits(a, b);
      for (const std::size_t most : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
        if (edits(a, b, most) != std::min(exact, most + 1)) {
          FAIL(a << " and " << b << ", at most " << most);
        }
      }
    }
  }
}

TEST_CASE("A name of a megabyte is compared by its beginning") {
  const std::string endless(1'000'000, 'x');
  CHECK(likeness(endless, endless).score.value == 1'000'000);
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "kata" + std::to_string(i) + " ";
  CHECK(likeness(many, many).score.value == 1'000'000);
  CHECK(likeness(many, "Posyandu").score.value < 100'000);
}
