#include "folder_host.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <vector>

#include <sodium.h>
#include <sqlite3.h>

#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/list_words.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/stemming.hpp"
#include "support/registry_data.hpp"

namespace pilah::tests {
namespace {

std::int64_t ticking() {
  static std::atomic<std::int64_t> now{1'769'000'000'000};
  return now += 1000;
}

void fill_with_randomness(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepared(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
  return {statement, &sqlite3_finalize};
}

std::string cell(sqlite3_stmt* row, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
  return std::to_string(sqlite3_column_type(row, column)) + ":" +
         std::string(bytes ? bytes : "", size) + "|";
}

}  // namespace

struct FolderHost::Rooms {
  explicit Rooms(const std::filesystem::path& folder)
      : taxonomy(catalogue::Taxonomy::read(registry_data("taxonomy.json"))),
        directory(catalogue::RegionDirectory::read(registry_data("regions.json"))),
        lexicon(text::AreaLexicon::read(registry_data("area_lexicon.json"),
                                        text::Stemming::read(registry_data("stemming.json")),
                                        taxonomy)),
        list_words(registry::ListWords::read(registry_data("header_aliases.json"),
                                             registry_data("value_aliases.json"),
                                             registry_data("number_words.json"))),
        plugins(folder / "no built-in plugins", {}, folder / "plugins"),
        store(store::open_sqlite(folder, {ticking, fill_with_randomness})),
        environment{*store,
                    plugins,
                    taxonomy,
                    directory,
                    lexicon,
                    list_words,
                    [this] {
                      const std::lock_guard lock(mutex);
                      return uuids.next();
                    },
                    ticking,
                    [] { return std::string("2026-01-31"); },
                    nullptr,
                    ticking,
                    fill_with_randomness,
                    nullptr,
                    folder} {}

  std::mutex mutex;
  catalogue::UuidMaker uuids{ticking, fill_with_randomness};
  catalogue::Taxonomy taxonomy;
  catalogue::RegionDirectory directory;
  text::AreaLexicon lexicon;
  registry::ListWords list_words;
  plugin::PluginRepository plugins;
  std::unique_ptr<store::Store> store;
  registry::Environment environment;
};

FolderHost::FolderHost(const std::filesystem::path& folder)
    : rooms_(std::make_unique<Rooms>(folder)) {}
FolderHost::~FolderHost() = default;

const registry::Environment& FolderHost::environment() const { return rooms_->environment; }

std::string rows_of(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  if (sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
    throw std::runtime_error("no database: " + file.string());
  }
  const Database database(opened, &sqlite3_close);
  std::vector<std::string> tables;
  const auto schema =
      prepared(opened, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  while (sqlite3_step(schema.get()) == SQLITE_ROW) {
    tables.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(schema.get(), 0)));
  }
  std::vector<std::string> rows;
  for (const auto& table : tables) {
    const auto all = prepared(opened, "SELECT * FROM \"" + table + "\"");
    while (sqlite3_step(all.get()) == SQLITE_ROW) {
      std::string row = table + "|";
      for (int i = 0; i < sqlite3_column_count(all.get()); ++i) row += cell(all.get(), i);
      rows.push_back(std::move(row));
    }
  }
  std::sort(rows.begin(), rows.end());
  std::string text;
  for (const auto& row : rows) text += row + "\n";
  return text;
}

}  // namespace pilah::tests
