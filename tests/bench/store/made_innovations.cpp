#include "made_innovations.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/json.hpp"

namespace pilah::bench {

using namespace catalogue;

namespace {

constexpr std::array<std::string_view, 24> kWords = {
    "masyarakat", "pelayanan", "aplikasi", "terpadu",   "daring",      "sekolah",
    "puskesmas",  "informasi", "nagari",   "sampah",    "antrean",     "perizinan",
    "posyandu",   "wisata",    "pasar",    "petani",    "irigasi",     "stunting",
    "keluarga",   "lansia",    "bencana",  "pengaduan", "disabilitas", "pemberdayaan"};

/// Splitmix64: the next of a row of numbers that look random.
std::uint64_t next(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

/// The words by how common they are: those above, then made ones, with affixes
/// here and there.
std::string word(std::size_t rank) {
  if (rank < kWords.size()) return std::string(kWords[rank]);
  constexpr std::string_view kConsonants = "bcdghjklmnprstwy";
  constexpr std::string_view kVowels = "aiueo";
  std::string made = rank % 7 == 0 ? "pe" : rank % 7 == 1 ? "di" : "";
  for (std::size_t left = rank * 31; made.size() < 6 || left > 0; left /= 80) {
    made += kConsonants[left % 16];
    made += kVowels[left / 16 % 5];
  }
  return rank % 7 == 0 ? made + "an" : made;
}

/// Draws ranks as words are used: the common ones most (Zipf and Mandelbrot).
/// The first is in about 26 of 30 innovations.
class Vocabulary {
 public:
  Vocabulary() {
    std::uint64_t sum = 0;
    for (std::size_t rank = 0; rank < kWordCount; ++rank) {
      sum += 1'000'000'000 / (10 * rank + 32);
      up_to_.push_back(sum);
      words_.push_back(word(rank));
    }
  }
  const std::string& draw(std::uint64_t& state) const {
    const auto at = std::upper_bound(up_to_.begin(), up_to_.end(), next(state) % up_to_.back());
    return words_[static_cast<std::size_t>(at - up_to_.begin())];
  }

 private:
  static constexpr std::size_t kWordCount = 20'000;
  std::vector<std::uint64_t> up_to_;
  std::vector<std::string> words_;
};

std::string words(std::uint64_t& state, std::size_t bytes) {
  static const Vocabulary vocabulary;
  std::string text;
  while (text.size() < bytes) {
    if (!text.empty()) text += ' ';
    text += vocabulary.draw(state);
  }
  return text;
}

}  // namespace

RegionCode region() { return *RegionCode::parse("13.11"); }

Uuid uuid(std::uint64_t kind, std::uint64_t number) {
  // In the order of their numbers, as ids made one after another are.
  Uuid made;
  for (std::size_t i = 0; i < 8; ++i) {
    made.bytes[7 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  made.bytes[8] = static_cast<std::uint8_t>(0x80 | kind);
  std::uint64_t state = number * 31 + kind;
  for (std::size_t i = 9; i < 16; ++i) made.bytes[i] = static_cast<std::uint8_t>(next(state));
  return made;
}

Organisation organisation(std::uint64_t number) {
  Organisation made;
  made.id = OrganisationId{uuid(1, number)};
  made.region = region();
  made.code = "opd-" + std::to_string(number);
  made.name = "Dinas " + std::to_string(number);
  return made;
}

Innovation innovation(std::uint64_t number) {
  std::uint64_t state = number;
  Innovation made;
  made.id = InnovationId{uuid(3, number)};
  made.region = region();
  made.owner = OrganisationId{uuid(1, next(state) % kOrganisations)};
  made.name = words(state, 24) + " " + std::to_string(number);
  made.summary = words(state, 300);
  made.benefit = words(state, 150);
  made.target_group = words(state, 40);
  made.digital = next(state) % 2 == 0;
  made.form = Form::kPublicService;
  made.stage = Stage::kApplied;
  made.budgets = {{2024, FundingSource::kApbd,
                   Rupiah{static_cast<std::int64_t>(next(state) % 900 + 1) * 1'000'000}}};
  made.mappings = {{next(state) % 2 == 0 ? "health" : "learning", true, MappedBy::kImporter, true,
                    std::nullopt, ""}};
  made.origin = Origin{"inovasi.csv", "", "", static_cast<std::int64_t>(number) + 2};
  return made;
}

store::OriginRow origin(const Innovation& innovation) {
  store::OriginRow made;
  made.region = innovation.region;
  made.list = "inovasi.csv";
  made.key = "=" + innovation.owner->text() + "\n" + innovation.name;
  made.innovation = innovation.id;
  boost::json::object source{
      {"name", innovation.name},       {"summary", innovation.summary},
      {"benefit", innovation.benefit}, {"target_group", innovation.target_group},
      {"owner", "Dinas Kesehatan"},    {"budget", "Rp 125.000.000"}};
  made.source = boost::json::serialize(source);
  return made;
}

}  // namespace pilah::bench
