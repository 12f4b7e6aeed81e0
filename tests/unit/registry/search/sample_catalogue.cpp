#include "sample_catalogue.hpp"

#include <atomic>

#include "pilah/store/sqlite_store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "unit/registry/support/reference.hpp"
#include "unit/search/small_index.hpp"

namespace pilah::tests {
namespace {

std::unique_ptr<store::Store> opened(const std::filesystem::path& folder) {
  store::SqliteOptions options;
  static std::atomic<std::int64_t> now{1'700'000'000'000};
  options.clock = [] { return ++now; };
  return store::open_sqlite(folder / "data", std::move(options));
}

const text::AreaLexicon& lexicon() {
  static const auto read =
      text::AreaLexicon::read(registry_data("area_lexicon.json"), stemming(), taxonomy());
  return read;
}

catalogue::Uuid next_uuid() {
  static std::atomic<std::uint32_t> last{1'000'000};
  return innovation_id(++last).uuid;
}

}  // namespace

SampleCatalogue::SampleCatalogue(Building building)
    : store(opened(folder.path())),
      plugins(folder.path() / "plugins", {}),
      index(store, stemming(), taxonomy(), building),
      environment{store,
                  plugins,
                  taxonomy(),
                  directory(),
                  lexicon(),
                  list_words(),
                  next_uuid,
                  [] { return std::int64_t{0}; },
                  [] { return std::string("2026-11-29"); },
                  &index} {
  store.write({"test"}, [](store::Writer& writer) {
    for (const char* code : {"13.11", "16.02"}) {
      writer.put_region({region(code), code, catalogue::RegionKind::kRegency});
    }
    for (std::uint32_t number = 0; number < 6; ++number) {
      catalogue::Organisation organisation;
      organisation.id = organisation_id(number);
      organisation.region = region();
      organisation.code = "OPD" + std::to_string(number);
      organisation.name = "Dinas " + std::to_string(number);
      writer.put(organisation, "added");
    }
  });
}

std::unique_ptr<store::Store> SampleCatalogue::open_again() { return opened(folder.path()); }

std::int64_t SampleCatalogue::put(const catalogue::Innovation& innovation,
                                  store::Durability durability) {
  std::int64_t revision = 0;
  store.write(
      {"test"}, [&](store::Writer& writer) { revision = writer.put(innovation, "put"); },
      durability);
  return revision;
}

std::int64_t SampleCatalogue::revision() {
  std::int64_t number = 0;
  store.read([&](store::Reader& reader) { number = reader.revision(region()); });
  return number;
}

}  // namespace pilah::tests
