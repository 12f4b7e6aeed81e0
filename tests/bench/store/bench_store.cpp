// The store's figures on this machine: an import slice by slice while another
// thread writes, single writes of many threads, pages, verification.
//
//   bench_store [rows] [folder]      default: 300,000 rows in a new folder in /var/tmp
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include "made_innovations.hpp"
#include "pilah/store/sqlite_store.hpp"

namespace {

using namespace pilah;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::int64_t milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch())
      .count();
}

void print_waits(const char* what, std::vector<double>& waits) {
  if (waits.empty()) return;
  std::sort(waits.begin(), waits.end());
  std::printf("%s: %zu, median %.1f ms, p99 %.1f ms, longest %.1f ms\n", what, waits.size(),
              waits[waits.size() / 2] * 1e3, waits[waits.size() * 99 / 100] * 1e3,
              waits.back() * 1e3);
}

/// As the use case does it: looks up, puts, and ends a slice after 15 ms.
void import_rows(store::Store& store, std::uint64_t first, std::uint64_t rows) {
  constexpr std::uint64_t kChunk = 1024;
  double storing = 0;
  int slices = 0;
  std::vector<double> lengths;
  for (std::uint64_t done = 0; done < rows;) {
    std::vector<catalogue::Innovation> chunk;
    std::vector<store::OriginRow> origins;
    for (std::uint64_t i = 0; i < std::min(kChunk, rows - done); ++i) {
      chunk.push_back(bench::innovation(first + done + i));
      origins.push_back(bench::origin(chunk.back()));
    }
    for (std::size_t at = 0; at < chunk.size();) {
      const auto begin = Clock::now();
      std::size_t next = at;
      store.write({"import"}, [&](store::Writer& writer) {
        const std::int64_t start = milliseconds();
        for (next = at; next < chunk.size();) {
          const auto& entry = chunk[next];
          const auto& origin = origins[next];
          if (writer.origin(origin.region, origin.list, origin.key)) std::abort();
          if (!writer.innovations_named(entry.region, entry.owner, entry.name).empty()) {
            std::abort();
          }
          writer.put(entry, "imported");
          writer.put_origin(origin);
          ++next;
          if (milliseconds() - start >= 15) break;
        }
      });
      at = next;
      ++slices;
      storing += seconds_since(begin);
      lengths.push_back(seconds_since(begin));
    }
    done += chunk.size();
  }
  std::printf("import: %llu rows in %d slices, %.2f s in the store: %.0f rows/s\n",
              static_cast<unsigned long long>(rows), slices, storing,
              static_cast<double>(rows) / storing);
  print_waits("  slices with their commit", lengths);
}

/// One small write every 10 ms, as a person who saves while the import runs.
class OtherWriter {
 public:
  explicit OtherWriter(store::Store& store)
      : thread_([this, &store] {
          auto agency = bench::organisation(0);
          for (int n = 0; !done_; ++n) {
            agency.name = "Dinas " + std::to_string(n);
            const auto begin = Clock::now();
            store.write({"person"}, [&](store::Writer& writer) { writer.put(agency, "renamed"); });
            waits_.push_back(seconds_since(begin));
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
          }
        }) {}
  void stop() {
    done_ = true;
    thread_.join();
    print_waits("  another writer's saves", waits_);
  }

 private:
  std::atomic<bool> done_{false};
  std::vector<double> waits_;
  std::thread thread_;
};

void single_writes(store::Store& store, std::uint64_t first, int threads) {
  constexpr std::uint64_t kEach = 1'000;
  std::vector<std::thread> writers;
  std::vector<std::vector<double>> waits(static_cast<std::size_t>(threads));
  const std::uint64_t each = threads == 1 ? kEach / 2 : kEach;
  const auto begin = Clock::now();
  for (std::size_t t = 0; t < waits.size(); ++t) {
    writers.emplace_back([&store, &mine = waits[t], first = first + t * kEach, each] {
      for (std::uint64_t i = 0; i < each; ++i) {
        const auto entry = bench::innovation(first + i);
        const auto start = Clock::now();
        store.write({"person"}, [&](store::Writer& writer) { writer.put(entry, "added"); });
        mine.push_back(seconds_since(start));
      }
    });
  }
  for (auto& writer : writers) writer.join();
  const double seconds = seconds_since(begin);
  std::vector<double> all;
  for (const auto& mine : waits) all.insert(all.end(), mine.begin(), mine.end());
  std::printf("creates by %d threads: %.0f/s\n", threads,
              static_cast<double>(all.size()) / seconds);
  print_waits("  creates", all);
}

void pages(store::Store& store) {
  const auto timed = [&](const char* what, const store::InnovationQuery& query) {
    std::vector<double> waits;
    for (int i = 0; i < 50; ++i) {
      const auto begin = Clock::now();
      store.read([&](store::Reader& reader) { reader.innovations(bench::region(), query); });
      waits.push_back(seconds_since(begin));
    }
    print_waits(what, waits);
  };
  store::InnovationQuery query;
  timed("page of 50", query);
  query.areas = {"health"};
  timed("page of 50 in an area with half of all", query);
  query = {};
  query.owners = {bench::organisation(7).id};
  timed("page of 50 of one owner", query);
  query = {};
  query.statuses = {catalogue::Status::kArchived};
  timed("page that finds nothing", query);
}

long resident_kibibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int run(std::uint64_t rows, const std::filesystem::path& folder) {
  store::SqliteOptions options;
  options.clock = milliseconds;
  options.random = [](std::span<std::uint8_t> bytes) {
    std::random_device device;
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(device());
  };
  auto begin = Clock::now();
  auto store = store::open_sqlite(folder, options);
  std::printf("new database opened in %.1f ms\n", seconds_since(begin) * 1e3);
  store->write({"bench"}, [](store::Writer& writer) {
    writer.put_region({bench::region(), "Solok Selatan", catalogue::RegionKind::kRegency,
                       catalogue::TimeZone::kWib});
    for (std::uint64_t n = 0; n < bench::kOrganisations; ++n) {
      writer.put(bench::organisation(n), "added");
    }
  });

  import_rows(*store, 0, rows);
  std::printf("  memory %ld MB\n", resident_kibibytes() / 1024);
  std::uintmax_t log = std::filesystem::file_size(folder / "catalogue.sqlite-wal");
  std::printf("  log %.1f MB\n", static_cast<double>(log) / 1e6);
  std::puts("and as many again while another thread writes:");
  {
    OtherWriter other(*store);
    import_rows(*store, rows, rows);
    other.stop();
  }
  log = std::filesystem::file_size(folder / "catalogue.sqlite-wal");
  std::printf("  log %.1f MB\n", static_cast<double>(log) / 1e6);
  single_writes(*store, 2 * rows, 1);
  single_writes(*store, 3 * rows, 32);
  pages(*store);
  begin = Clock::now();
  const auto report = store->verify();
  std::printf("verify: %lld records, %zu findings, %.1f s\n",
              static_cast<long long>(report.records), report.findings.size(), seconds_since(begin));
  begin = Clock::now();
  store.reset();
  std::printf("closed in %.1f ms; database %.0f MB; memory %ld MB\n", seconds_since(begin) * 1e3,
              static_cast<double>(std::filesystem::file_size(folder / "catalogue.sqlite")) / 1e6,
              resident_kibibytes() / 1024);
  begin = Clock::now();
  store = store::open_sqlite(folder, options);
  std::printf("opened again in %.1f ms\n", seconds_since(begin) * 1e3);
  return report.findings.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t rows = argc > 1 ? std::stoull(argv[1]) : 300'000;
  if (argc > 2) return run(rows, argv[2]);
  const std::string folder = "/var/tmp/pilah-bench-" + std::to_string(::getpid());
  const int code = run(rows, folder);
  std::filesystem::remove_all(folder);
  return code;
}
