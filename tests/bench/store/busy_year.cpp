#include "bench/store/busy_year.hpp"

#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <sqlite3.h>

#include "pilah/catalogue/json.hpp"
#include "pilah/store/sqlite_store.hpp"

namespace pilah::tests {
namespace {

using catalogue::Innovation;
using Random = std::minstd_rand;

constexpr std::int64_t kDay = std::int64_t{24} * 3600 * 1000;

std::string words(Random& random, int count) {
  static const char* const kWords[] = {"layanan", "masyarakat", "nagari",    "puskesmas", "antrean",
                                       "daring",  "petugas",    "laporan",   "bulanan",   "pasien",
                                       "waktu",   "tunggu",     "dikurangi", "menjadi",   "lebih"};
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? " " : "") + std::string(kWords[random() % std::size(kWords)]);
  }
  return text;
}

catalogue::Uuid uuid(std::uint64_t number) {
  catalogue::Uuid made;
  made.bytes[6] = 0x70;
  made.bytes[8] = 0x80;
  for (unsigned i = 0; i < 6; ++i) {
    made.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  return made;
}

Innovation made(Random& random, const catalogue::RegionCode& region, std::uint64_t number) {
  Innovation entry;
  entry.id.uuid = uuid(number);
  entry.region = region;
  entry.name = words(random, 4) + ' ' + std::to_string(number);
  entry.summary = words(random, 160);
  entry.problem = words(random, 120);
  entry.benefit = words(random, 100);
  entry.uniqueness = words(random, 60);
  for (int i = 0; i < 3; ++i) {
    entry.indicators.push_back({words(random, 8), "hari", "Dinas", "bulanan", "10", "5", {}, {}});
  }
  entry.budgets.push_back({2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{90'000'000}});
  return entry;
}

/// Some letters of the text are written anew.
void mend(std::string& text, Random& random) {
  const std::size_t at = text.find(' ', random() % (text.size() / 2));
  text.replace(at, std::min<std::size_t>(30, text.size() - at), ' ' + words(random, 4));
}

void work_on(Innovation& entry, Random& random, int day) {
  switch (random() % 8) {
    case 0:
    case 1:
    case 2:
      return mend(entry.summary, random);
    case 3:
      return mend(entry.problem, random);
    case 4:
      if (entry.benefit.size() < 3000) entry.benefit += ". " + words(random, 12);
      return mend(entry.benefit, random);
    case 5:
      entry.indicators[random() % 3].measured.push_back(
          {*catalogue::PartialDate::parse("2026-" + std::string(1, '0') +
                                          std::to_string(1 + day % 9)),
           std::to_string(random() % 1000)});
      return;
    case 6:
      entry.budgets[0].amount =
          catalogue::Rupiah{static_cast<std::int64_t>(random() % 1000) * 1'000'000};
      return mend(entry.uniqueness, random);
    default:
      entry.status = entry.status == catalogue::Status::kDraft ? catalogue::Status::kSubmitted
                                                               : catalogue::Status::kDraft;
      return mend(entry.summary, random);
  }
}

std::int64_t integer(const std::filesystem::path& file, const char* sql) {
  sqlite3* opened = nullptr;
  sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(opened, sql, -1, &statement, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(opened));
  }
  sqlite3_step(statement);
  const std::int64_t value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}

}  // namespace

HistorySize make_year(const std::filesystem::path& folder, const BusyYear& year) {
  std::int64_t now = 1'767'600'000'000;
  Random random(1);
  store::SqliteOptions options;
  options.clock = [&now] { return ++now; };
  options.random = [&random](std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
  };
  const auto file = folder / "catalogue.sqlite";
  {
    const auto store = store::open_sqlite(folder, std::move(options));
    catalogue::Region region;
    region.code = *catalogue::RegionCode::parse("13.11");
    region.name = "Solok Selatan";
    store->write({"bench"}, [&](store::Writer& writer) { writer.put_region(region); });
    std::vector<Innovation> entries;
    for (int i = 0; i < year.agencies * year.innovations; ++i) {
      entries.push_back(made(random, region.code, static_cast<std::uint64_t>(i) + 1));
    }
    for (const auto& entry : entries) {
      store->write(
          {"bench"}, [&](store::Writer& writer) { writer.put(entry, "added"); },
          store::Durability::kSoon);
    }
    const std::string account = "01a20844-1bab-7012-aa06-09ce2c545f00";
    for (int day = 0; day < year.days; ++day, now += kDay) {
      for (auto& entry : entries) {
        work_on(entry, random, day);
        store->write(
            {account},
            [&](store::Writer& writer) {
              store::WorkingCopy copy{region.code, account, entry.id, 1, 0, 0, "{}"};
              copy.document = boost::json::serialize(catalogue::to_json(entry));
              writer.put_working_copy(copy);
              writer.put(entry, "changed");
              writer.drop_working_copy(region.code, account, entry.id);
            },
            store::Durability::kSoon);
      }
    }
    if (!store->verify().findings.empty()) throw std::runtime_error("the year is not sound");
  }
  HistorySize size;
  size.revisions = integer(file, "SELECT count(*) FROM change");
  size.history_bytes = integer(file,
                               "SELECT sum(pgsize) FROM dbstat WHERE name IN ('audit', 'change', "
                               "'audit_of_record')");
  size.database_bytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
  return size;
}

}  // namespace pilah::tests
