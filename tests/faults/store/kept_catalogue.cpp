#include "kept_catalogue.hpp"

#include <chrono>
#include <random>

#include "contract/store/sample_records.hpp"

namespace pilah::tests {

std::unique_ptr<store::Store> open_catalogue(const std::filesystem::path& folder,
                                             const std::string& vfs) {
  store::SqliteOptions options;
  options.clock = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
  };
  options.random = [](std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = 7;
  };
  options.vfs = vfs;
  return store::open_sqlite(folder, std::move(options));
}

void save(store::Store& store, std::uint64_t number, store::Durability durability) {
  store.write(
      kActor, [&](store::Writer& writer) { writer.put(organisation(number), "added"); },
      durability);
}

std::set<std::uint64_t> saved(store::Store& store) {
  std::set<std::uint64_t> numbers;
  store.read([&](store::Reader& reader) {
    for (const auto& stored : reader.all<catalogue::Organisation>(code("13.11"))) {
      std::uint64_t number = 0;
      while (uuid(number) != stored.record.id.uuid) ++number;
      numbers.insert(number);
    }
  });
  return numbers;
}

std::string findings(store::Store& store) {
  std::string all;
  for (const auto& finding : store.verify().findings) {
    all += finding.region + " " + finding.message.kind + "; ";
  }
  return all;
}

}  // namespace pilah::tests
