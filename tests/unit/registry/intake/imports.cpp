#include "imports.hpp"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <stdexcept>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/regions.hpp"
#include "support/callers.hpp"
#include "unit/registry/support/reference.hpp"

namespace pilah::tests {

using catalogue::Innovation;
using catalogue::Organisation;
using catalogue::RegionCode;

namespace {

plugin::PluginRepository& plugins() {
  static plugin::PluginRepository installed(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  return installed;
}

const text::AreaLexicon& lexicon() {
  static const auto read =
      text::AreaLexicon::read(registry_data("area_lexicon.json"),
                              text::Stemming::read(registry_data("stemming.json")), taxonomy());
  return read;
}

template <class Record>
std::vector<Record> all(MemoryStore& store, const char* region) {
  std::vector<Record> records;
  store.read([&](store::Reader& reader) {
    for (auto& stored : reader.all<Record>(*RegionCode::parse(region))) {
      records.push_back(std::move(stored.record));
    }
  });
  return records;
}

}  // namespace

std::string Imported::fates() const {
  std::string fates;
  for (const auto& row : rows) fates += "au=x"[static_cast<std::size_t>(row.fate)];
  return fates;
}

const registry::ImportedRow& Imported::row(std::int64_t number) const {
  for (const auto& row : rows) {
    if (row.row == number) return row;
  }
  throw std::out_of_range("no row " + std::to_string(number));
}

std::vector<std::string> Imported::warnings(std::int64_t number) const {
  std::vector<std::string> kinds;
  for (const auto& warning : row(number).warnings) kinds.push_back(warning.kind);
  return kinds;
}

Imports::Imports(const char* region) : environment(make_environment()) {
  if (region) registry::add_region(environment, insider(), region);
}

registry::Environment Imports::make_environment() {
  return registry::Environment{store, plugins(), taxonomy(), directory(), lexicon(), list_words(),
                               [this] {
                                 catalogue::Uuid uuid;
                                 uuid.bytes[0] = 0x01;
                                 uuid.bytes[6] = 0x70;
                                 uuid.bytes[8] = 0x80;
                                 ++last_uuid_;
                                 for (std::size_t i = 0; i < 4; ++i) {
                                   uuid.bytes[15 - i] =
                                       static_cast<std::uint8_t>(last_uuid_ >> (8 * i));
                                 }
                                 return uuid;
                               },
                               // Five milliseconds between two looks: a slice is three rows.
                               [this] { return static_cast<std::int64_t>(clock_ += 5); },
                               [] { return std::string("2026-11-23"); }};
}

Imported Imports::import(const std::string& text, registry::ImportRequest request,
                         const std::string& file) {
  request.file = folder.path() / file;
  std::ofstream(request.file, std::ios::binary) << text;
  Imported imported;
  try {
    imported.report = registry::import_list(
        environment, insider(), request,
        [&](const registry::ImportedRow& row) { imported.rows.push_back(row); });
  } catch (const catalogue::Refusal& refusal) {
    imported.refused = refusal.messages().front().kind;
    imported.refusal = refusal.messages().front();
  }
  return imported;
}

std::vector<Innovation> Imports::innovations(const char* region) {
  return all<Innovation>(store, region);
}

std::vector<Organisation> Imports::organisations(const char* region) {
  return all<Organisation>(store, region);
}

Innovation Imports::innovation(const std::string& name, const char* region) {
  for (auto& innovation : innovations(region)) {
    if (innovation.name == name) return innovation;
  }
  throw std::out_of_range("no innovation " + name);
}

void Imports::edit(Innovation innovation, const std::function<void(Innovation&)>& change) {
  change(innovation);
  store.write({"person"}, [&](store::Writer& writer) { writer.put(innovation, "changed"); });
}

}  // namespace pilah::tests
