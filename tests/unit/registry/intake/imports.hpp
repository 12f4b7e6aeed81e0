// Lists imported into a store in memory, with the importer that users have.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "support/temporary_folder.hpp"
#include "unit/registry/support/memory_store.hpp"

namespace pilah::tests {

struct Imported {
  registry::ImportReport report;
  std::vector<registry::ImportedRow> rows;
  std::string refused;  ///< kind of the refusal; empty: none
  catalogue::Message refusal;

  std::string fates() const;  ///< "a" added, "u" updated, "=" unchanged, "x" rejected
  /// The kinds of the warnings of the row with that number.
  std::vector<std::string> warnings(std::int64_t row) const;
  const registry::ImportedRow& row(std::int64_t number) const;
};

class Imports {
 public:
  explicit Imports(const char* region = "32.71");

  /// Writes `text` as a list and imports it.
  Imported import(const std::string& text, registry::ImportRequest request = {},
                  const std::string& file = "daftar.csv");

  std::vector<catalogue::Innovation> innovations(const char* region = "32.71");
  std::vector<catalogue::Organisation> organisations(const char* region = "32.71");
  catalogue::Innovation innovation(const std::string& name, const char* region = "32.71");
  /// Changes an innovation as a person would.
  void edit(catalogue::Innovation innovation,
            const std::function<void(catalogue::Innovation&)>& change);

  MemoryStore store;
  TemporaryFolder folder;
  registry::Environment environment;

 private:
  registry::Environment make_environment();
  std::uint64_t clock_ = 0;
  std::uint64_t last_uuid_ = 0;
};

}  // namespace pilah::tests
