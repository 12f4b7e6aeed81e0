// Makes a catalogue to be served and measured: 13.11 with so many innovations, and people
// who sign in (people.hpp), as many as innovations at most.
//
//   make_catalogue INNOVATIONS FOLDER [PEOPLE]
#include <chrono>
#include <cstdio>
#include <string>

#include "made_innovations.hpp"
#include "people.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "support/registry_data.hpp"
#include "varied_innovations.hpp"

namespace {

using namespace pilah;

std::int64_t milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void make(std::uint64_t innovations, const std::string& folder, std::uint64_t people) {
  constexpr std::uint64_t kSlice = 1'000;
  const auto taxonomy = catalogue::Taxonomy::read(tests::registry_data("taxonomy.json"));
  const auto store = store::open_sqlite(folder, {milliseconds});
  store->write({"bench"}, [](store::Writer& writer) {
    writer.put_region({bench::region(), "Kabupaten Solok Selatan", catalogue::RegionKind::kRegency,
                       catalogue::TimeZone::kWib});
    for (std::uint64_t i = 0; i < bench::kOrganisations; ++i) {
      writer.put(bench::organisation(i), "added");
    }
  });
  for (std::uint64_t at = 0; at < innovations; at += kSlice) {
    const auto put_slice = [&](store::Writer& writer) {
      for (std::uint64_t i = at; i < std::min(innovations, at + kSlice); ++i) {
        writer.put(bench::varied_innovation(i, taxonomy), "added");
      }
    };
    store->write({"bench"}, put_slice, store::Durability::kSoon);
  }
  bench::put_people(*store, people, milliseconds());
  store->checkpoint();
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t innovations = argc > 1 ? std::stoull(argv[1]) : 0;
  const std::uint64_t people = argc > 3 ? std::stoull(argv[3]) : 0;
  if (argc < 3 || argc > 4 || people > innovations) {
    std::fprintf(stderr, "usage: make_catalogue INNOVATIONS FOLDER [PEOPLE]\n");
    return 2;
  }
  make(innovations, argv[2], people);
  return 0;
}
