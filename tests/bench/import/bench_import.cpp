// Prints how fast a long list is imported and how long others wait meanwhile:
// bench_import [rows, 300000 if not said]. Works in a folder of its own in
// $TMPDIR, with the database on that disk.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include <sys/resource.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/list_words.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "sample_list.hpp"
#include "support/registry_data.hpp"
#include "support/temporary_folder.hpp"

namespace pilah::bench {
namespace {

using Clock = std::chrono::steady_clock;
using tests::registry_data;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// All that an import needs, as host/main puts it together.
class Host {
 public:
  explicit Host(const std::filesystem::path& folder)
      : store_(store::open_sqlite(folder, {[] {
                                    return std::chrono::duration_cast<std::chrono::milliseconds>(
                                               std::chrono::system_clock::now().time_since_epoch())
                                        .count();
                                  }})),
        environment{*store_,
                    plugins_,
                    taxonomy_,
                    directory_,
                    lexicon_,
                    words_,
                    [this] {
                      const std::lock_guard lock(uuid_mutex_);
                      return uuids_.next();
                    },
                    [] {
                      return std::chrono::duration_cast<std::chrono::milliseconds>(
                                 Clock::now().time_since_epoch())
                          .count();
                    },
                    [] { return std::string("2026-11-23"); }} {}

 private:
  std::unique_ptr<store::Store> store_;
  plugin::PluginRepository plugins_{PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}}};
  catalogue::Taxonomy taxonomy_ = catalogue::Taxonomy::read(registry_data("taxonomy.json"));
  catalogue::RegionDirectory directory_ =
      catalogue::RegionDirectory::read(registry_data("regions.json"));
  text::AreaLexicon lexicon_ =
      text::AreaLexicon::read(registry_data("area_lexicon.json"),
                              text::Stemming::read(registry_data("stemming.json")), taxonomy_);
  registry::ListWords words_ = registry::ListWords::read(registry_data("header_aliases.json"),
                                                         registry_data("value_aliases.json"),
                                                         registry_data("number_words.json"));
  std::mutex uuid_mutex_;
  std::mt19937_64 random_{1};
  catalogue::UuidMaker uuids_{[] {
                                return std::chrono::duration_cast<std::chrono::milliseconds>(
                                           std::chrono::system_clock::now().time_since_epoch())
                                    .count();
                              },
                              [this](std::span<std::uint8_t> bytes) {
                                for (auto& byte : bytes) {
                                  byte = static_cast<std::uint8_t>(random_());
                                }
                              }};

 public:
  registry::Environment environment;
};

/// Writes a small change every few milliseconds, as a person's browser might,
/// and remembers how long each took.
class OtherWriter {
 public:
  explicit OtherWriter(store::Store& store) : store_(store), thread_([this] { work(); }) {}
  ~OtherWriter() {
    if (thread_.joinable()) stop();
  }
  std::vector<double> stop() {
    stopped_ = true;
    thread_.join();
    std::sort(waits_.begin(), waits_.end());
    return waits_;
  }

 private:
  void work() {
    catalogue::Organisation organisation;
    organisation.id.uuid.bytes[0] = 9;
    organisation.region = *catalogue::RegionCode::parse("13.11");
    organisation.code = "OTHER";
    for (int i = 0; !stopped_; ++i) {
      organisation.name = "Nama " + std::to_string(i);
      const auto begin = Clock::now();
      store_.write({"other"}, [&](store::Writer& writer) { writer.put(organisation, "changed"); });
      waits_.push_back(seconds_since(begin) * 1000);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  store::Store& store_;
  std::atomic<bool> stopped_{false};
  std::vector<double> waits_;
  std::thread thread_;
};

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void print_waits(const char* when, const std::vector<double>& waits) {
  if (waits.empty()) return;
  std::printf("  another writer %s: %zu writes, median %.1f ms, 99%% %.1f ms, longest %.1f ms\n",
              when, waits.size(), waits[waits.size() / 2], waits[waits.size() * 99 / 100],
              waits.back());
}

void import_once(Host& host, const std::filesystem::path& list, const char* label) {
  registry::ImportRequest request;
  request.file = list;
  request.region = "32.71";
  OtherWriter other(host.environment.store);
  const auto begin = Clock::now();
  double staged = 0;
  std::int64_t told = 0;
  const auto report =
      registry::import_list(host.environment, registry::Caller::with_data_folder("bench"), request,
                            [&](const registry::ImportedRow&) {
                              if (told++ == 0) staged = seconds_since(begin);
                            });
  const double total = seconds_since(begin);
  const auto waits = other.stop();
  const auto rows = static_cast<double>(told);
  std::printf("%s: %lld added, %lld updated, %lld unchanged, %lld rejected\n", label,
              static_cast<long long>(report.added), static_cast<long long>(report.updated),
              static_cast<long long>(report.unchanged), static_cast<long long>(report.rejected));
  std::printf("  staged after %.2f s, applied in %.2f s, all %.2f s: %.0f rows/s\n", staged,
              total - staged, total, rows / total);
  print_waits("meanwhile", waits);
  std::printf("  peak memory of the host: %ld MB\n", peak_megabytes());
}

int run(std::int64_t rows) {
  const tests::TemporaryFolder folder;
  const auto list = folder.path() / "list.csv";
  const auto size = write_sample_list(list, rows);
  std::printf("a list of %lld rows, %.0f bytes a row\n", static_cast<long long>(rows),
              static_cast<double>(size) / static_cast<double>(rows));
  Host host(folder.path() / "data");
  registry::add_region(host.environment, registry::Caller::with_data_folder("bench"), "32.71");
  registry::add_region(host.environment, registry::Caller::with_data_folder("bench"), "13.11");
  import_once(host, list, "first import");
  import_once(host, list, "second import");
  return 0;
}

}  // namespace
}  // namespace pilah::bench

int main(int argc, char** argv) {
  try {
    return pilah::bench::run(argc > 1 ? std::strtoll(argv[1], nullptr, 10) : 300'000);
  } catch (const pilah::catalogue::Refusal& refusal) {
    std::fprintf(stderr, "refused: %s\n", refusal.what());
    for (const auto& [name, value] : refusal.messages().front().arguments) {
      std::fprintf(stderr, "  %s: %s\n", name.c_str(), value.c_str());
    }
    return 1;
  }
}
