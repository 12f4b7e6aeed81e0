#include "pilah/text/duplicates.hpp"

#include <algorithm>
#include <string>

#include "pilah/text/stemming.hpp"
#include "random_text.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah::text;
using pilah::catalogue::InnovationId;
using pilah::catalogue::OrganisationId;
using pilah::tests::RandomText;

namespace {

const Stemming& stemming() {
  static const Stemming read = Stemming::read(pilah::tests::registry_data("stemming.json"));
  return read;
}

template <class AnyId>
AnyId id_of(std::size_t number) {
  AnyId id;
  id.uuid.bytes[13] = static_cast<std::uint8_t>(number >> 16 & 0xFF);
  id.uuid.bytes[14] = static_cast<std::uint8_t>(number >> 8 & 0xFF);
  id.uuid.bytes[15] = static_cast<std::uint8_t>(number & 0xFF);
  return id;
}

struct Row {
  std::size_t id;
  std::size_t owner;  // 0: none
  std::string name;
  std::string summary;
};

NamedEntry entry_of(const Row& row) {
  NamedEntry entry{id_of<InnovationId>(row.id), std::nullopt, row.name, row.summary};
  if (row.owner != 0) entry.owner = id_of<OrganisationId>(row.owner);
  return entry;
}

DuplicateIndex indexed(const std::vector<Row>& rows) {
  const NameReader reader(stemming());
  DuplicateIndex::Builder builder(reader);
  for (const auto& row : rows) builder.add(entry_of(row));
  return std::move(builder).build();
}

bool has(const LikelyDuplicate& pair, DuplicateReason reason) {
  return std::find(pair.reasons.begin(), pair.reasons.end(), reason) != pair.reasons.end();
}

std::vector<Row> drawn_rows(std::size_t count, std::uint32_t seed) {
  RandomText random(seed);
  std::vector<Row> rows;
  for (std::size_t i = 1; i <= count; ++i) {
    rows.push_back({i, random.below(5), random.name(), random.below(2) == 0 ? random.name() : ""});
  }
  return rows;
}

}  // namespace

TEST_CASE("An entry without owner is found beside the one that its agency registered") {
  const auto pairs = indexed({{1, 0, "SILAK", "Sistem informasi laporan keuangan"},
                              {2, 7, "SIlak", "Membantu administrasi belanja secara daring"},
                              {3, 7, "Rujukan Bogor Sehat", "Sistem rujukan kesehatan"},
                              {4, 8, "Simpus", "Sistem informasi puskesmas"}})
                         .pairs();
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].first == id_of<InnovationId>(1));
  CHECK(pairs[0].second == id_of<InnovationId>(2));
  CHECK(pairs[0].score.value == 1'000'000);
  CHECK(has(pairs[0], DuplicateReason::kSameName));
  CHECK_FALSE(has(pairs[0], DuplicateReason::kSameOwner));
}

TEST_CASE("A short form and the name that it stands for are found from either side") {
  const std::vector<Row> rows{{1, 0, "SILAK", ""},
                              {2, 0, "Sistem Informasi Layanan Kependudukan", ""},
                              {3, 0, "Sumur Resapan", ""}};
  const auto index = indexed(rows);
  const auto pairs = index.pairs();
  REQUIRE(pairs.size() == 1);
  CHECK(has(pairs[0], DuplicateReason::kAbbreviation));
  const NameReader reader(stemming());
  for (const auto& row : {rows[0], rows[1]}) {
    const auto found = index.find(reader, entry_of(row));
    REQUIRE(found.size() == 1);
    CHECK(found[0] == pairs[0]);
  }
  CHECK(index.find(reader, entry_of(rows[2])).empty());
}

TEST_CASE("A summary that spells the short name out makes it the same as the long name") {
  const auto pairs =
      indexed({{1, 0, "SILAK", "Sistem Informasi Laporan Keuangan, dipakai semua bidang"},
               {2, 0, "Sistem Informasi Laporan Keuangan", ""}})
          .pairs();
  REQUIRE(pairs.size() == 1);
  CHECK(has(pairs[0], DuplicateReason::kSameName));
}

TEST_CASE("Alike summaries and the same owner raise the score, unlike summaries lower it") {
  const std::string one = "Petugas kesehatan mengunjungi rumah ibu hamil di pulau terpencil";
  const std::string other = "Pedagang membayar retribusi dengan kartu lewat mesin bank setempat";
  const auto score = [](const Row& a, const Row& b) {
    const auto pairs = indexed({a, b}).pairs({0});
    return pairs.empty() ? 0 : pairs[0].score.value;
  };
  const auto plain = score({1, 1, "Perahu Sehat Nelayan", ""}, {2, 2, "Perahu Sehat", ""});
  CHECK(score({1, 1, "Perahu Sehat Nelayan", one}, {2, 2, "Perahu Sehat", one}) > plain);
  CHECK(score({1, 1, "Perahu Sehat Nelayan", ""}, {2, 1, "Perahu Sehat", ""}) > plain);
  CHECK(score({1, 1, "Perahu Sehat Nelayan", one}, {2, 2, "Perahu Sehat", other}) < plain);
}

TEST_CASE("A company's boilerplate under other names makes no duplicate") {
  const std::string same =
      "Perusahaan persemenan terbesar dengan pangsa pasar nasional dan cabang di luar negeri";
  CHECK(indexed({{1, 1, "Menuju Nol Sampah Semen Jaya", same},
                 {2, 1, "Satu Desa Satu Produk Semen Jaya", same}})
            .pairs()
            .empty());
}

TEST_CASE("Entries with the same name in a thousand offices are each shown some, not all") {
  std::vector<Row> rows;
  for (std::size_t i = 1; i <= 1'000; ++i) rows.push_back({i, i, "PATEN", ""});
  const auto index = indexed(rows);
  const auto pairs = index.pairs();
  CHECK(pairs.size() >= 999);
  CHECK(pairs.size() <= 10'000);
  const NameReader reader(stemming());
  CHECK(index.find(reader, {id_of<InnovationId>(5000), std::nullopt, "Paten", ""}).size() == 10);
  CHECK(
      index
          .find(reader, {id_of<InnovationId>(5000), std::nullopt, "Paten", ""}, kLikelyDuplicate, 3)
          .size() == 3);
}

TEST_CASE("The order of the list does not matter") {
  constexpr std::uint32_t kSeed = 99;
  INFO("seed " << kSeed);
  auto rows = drawn_rows(800, kSeed);
  const auto there = indexed(rows).pairs();
  std::reverse(rows.begin(), rows.end());
  std::rotate(rows.begin(), rows.begin() + 123, rows.end());
  const auto again = indexed(rows).pairs();
  REQUIRE(there.size() == again.size());
  REQUIRE(there.size() > 100);
  CHECK(std::equal(there.begin(), there.end(), again.begin()));
}

TEST_CASE("The index misses next to nothing that comparing every pair finds") {
  constexpr std::uint32_t kSeed = 5;
  INFO("seed " << kSeed);
  const auto rows = drawn_rows(300, kSeed);
  std::size_t every = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = i + 1; j < rows.size(); ++j) {
      every += indexed({rows[i], rows[j]}).pairs({850'000}).size();
    }
  }
  const std::size_t found = indexed(rows).pairs({850'000}).size();
  REQUIRE(every > 20);
  CHECK(found <= every);
  CHECK(found * 100 >= every * 95);
}

TEST_CASE("An id given twice, an empty list and empty names are no trouble") {
  CHECK(indexed({}).pairs().empty());
  CHECK(indexed({{1, 0, "SILAK", ""}, {1, 0, "SILAK", ""}}).pairs().empty());
  CHECK(indexed({{1, 0, "", ""}, {2, 0, "-", ""}, {3, 0, "\xFF", "\xFE"}}).pairs({0}).empty());
  const NameReader reader(stemming());
  CHECK(indexed({{1, 0, "SILAK", ""}})
            .find(reader, {id_of<InnovationId>(1), {}, "SILAK", ""})
            .empty());
  CHECK(indexed({{1, 0, std::string(1'000'000, 'x'), std::string(1'000'000, 'y')},
                 {2, 0, std::string(1'000'000, 'x'), std::string(1'000'000, ' ')}})
            .pairs()
            .size() == 1);
}
