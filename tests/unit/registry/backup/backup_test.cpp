#include "pilah/registry/backup/backup.hpp"

#include <atomic>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include <sys/resource.h>

#include "../support/folder_host.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/backup/restore.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/verify.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/refusal_of.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

namespace fs = std::filesystem;

const catalogue::RegionCode kRegion = *catalogue::RegionCode::parse("13.11");

catalogue::InnovationId add(const registry::Environment& environment, const std::string& name) {
  return registry::add_innovation(environment, insider(), kRegion, {{"name", name}}).innovation.id;
}

/// A region, two innovations with a history, a person, a trusted key.
void fill(const registry::Environment& environment) {
  registry::add_region(environment, insider(), "13.11");
  const auto entry = registry::add_innovation(environment, insider(), kRegion,
                                              {{"name", "SI PEDAS"}, {"summary", "lama"}});
  registry::change_innovation(environment, insider(), entry.innovation.id,
                              {{"summary", "baru"}, {"staff", 4}}, entry.revision);
  add(environment, "Dapur Sehat");
  environment.store.write({"test"}, [&](store::Writer& writer) {
    writer.put(catalogue::Person{{environment.new_uuid()}, kRegion, "Siti", "1", "Camat", "08"},
               "added");
  });
  environment.plugins.trust_key(*plugin::PublicKey::parse(std::string(64, 'a')), "Dinas");
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t entries_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("What was backed up comes back row for row, with history, heads, packages and keys") {
  const TemporaryFolder folder;
  const bool as_archive = GENERATE(false, true);
  const auto target = folder.path() / (as_archive ? "copy.tar" : "copy");
  registry::BackupReport report;
  std::vector<catalogue::ChainHead> heads;
  {
    const FolderHost host(folder.path() / "data");
    fill(host.environment());
    report = registry::back_up(host.environment(), insider(), target);
    heads = registry::verify(host.environment(), insider()).heads;
  }
  CHECK(fs::is_directory(target) != as_archive);
  CHECK(report.heads == heads);
  CHECK(report.key.size() == 64);
  CHECK(entries_in(folder.path()) == 2);  // nothing else is left beside it

  const auto restored = registry::restore(insider(), target, folder.path() / "restored");
  CHECK(restored.findings.empty());
  CHECK(restored.heads == heads);
  CHECK(rows_of(folder.path() / "restored/catalogue.sqlite") ==
        rows_of(folder.path() / "data/catalogue.sqlite"));
  for (const char* file : {"host.key", "plugins/trust.json"}) {
    CAPTURE(file);
    REQUIRE(fs::exists(folder.path() / "data" / file));
    CHECK(bytes_of(folder.path() / "restored" / file) == bytes_of(folder.path() / "data" / file));
  }
  const FolderHost again(folder.path() / "restored");
  CHECK(registry::verify(again.environment(), insider(), heads).findings.empty());
  add(again.environment(), "after");  // it goes on
}

TEST_CASE("A backup taken while others write is one moment of the catalogue") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path() / "data");
  fill(host.environment());
  std::atomic<bool> stop{false};
  std::atomic<int> written{0};
  std::thread writer([&] {
    while (!stop) {
      add(host.environment(), "n" + std::to_string(written++));
      if (written % 20 == 0) host.environment().store.checkpoint();
    }
  });
  for (int round = 0; round < 5; ++round) {
    const int before = written;
    while (written < before + 10) std::this_thread::yield();
    const auto name = "copy" + std::to_string(round);
    const auto report = registry::back_up(host.environment(), insider(), folder.path() / name);
    const auto restored =
        registry::restore(insider(), folder.path() / name, folder.path() / (name + "-data"));
    CHECK(restored.findings.empty());
    CHECK(restored.heads == report.heads);
    CHECK(restored.records >= before);
  }
  stop = true;
  writer.join();
  CHECK(registry::verify(host.environment(), insider()).findings.empty());
}

TEST_CASE("Nothing is overwritten, neither by a backup nor by a restore") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path() / "data");
  fill(host.environment());
  const auto target = folder.path() / "copy";
  registry::back_up(host.environment(), insider(), target);
  CHECK(refusal_of([&] { registry::back_up(host.environment(), insider(), target); }) ==
        "backup.target_there");
  CHECK(refusal_of([&] {
          registry::back_up(host.environment(), insider(), folder.path() / "no/such");
        }) == "backup.no_folder");
  CHECK(refusal_of([&] { registry::restore(insider(), target, folder.path() / "data"); }) ==
        "backup.data_there");
  fs::create_directory(folder.path() / "other");
  std::ofstream(folder.path() / "other/letter.txt") << "mine";
  CHECK(refusal_of([&] { registry::restore(insider(), target, folder.path() / "other"); }) ==
        "backup.data_there");
  CHECK(entries_in(folder.path() / "other") == 1);
}

TEST_CASE("A restore that was cut off begins anew, its leavings are not somebody's data") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path() / "data");
  fill(host.environment());
  registry::back_up(host.environment(), insider(), folder.path() / "copy");
  const auto to = folder.path() / "restored";
  fs::create_directories(to / ".restoring");
  fs::create_directories(to / "plugins");
  std::ofstream(to / ".restoring/catalogue.sqlite") << "half";
  std::ofstream(to / "plugins/trust.json") << "half";
  CHECK(registry::restore(insider(), folder.path() / "copy", to).findings.empty());
  CHECK_FALSE(fs::exists(to / ".restoring"));
}

TEST_CASE("A backup of which a byte was altered, a file is gone or one too many restores nothing") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path() / "data");
  fill(host.environment());
  const auto copy = folder.path() / "copy";
  registry::back_up(host.environment(), insider(), copy);
  const auto restored = [&] {
    return refusal_of([&] { registry::restore(insider(), copy, folder.path() / "restored"); });
  };
  SECTION("altered") {
    auto bytes = bytes_of(copy / "catalogue.sqlite");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(copy / "catalogue.sqlite", std::ios::binary) << bytes;
    CHECK(restored() == "backup.file_altered");
  }
  SECTION("gone") {
    fs::remove(copy / "host.key");
    CHECK(restored() == "backup.file_missing");
  }
  SECTION("too many") {
    std::ofstream(copy / "plugins/evil.pilah") << "x";
    CHECK(restored() == "backup.file_added");
  }
  SECTION("a link that leads elsewhere") {
    fs::create_symlink("/etc/passwd", copy / "plugins/link.pilah");
    CHECK(restored() == "backup.file_added");
  }
  SECTION("no backup at all") {
    fs::remove(copy / "backup.json");
    CHECK(restored() == "backup.no_backup");
  }
  CHECK(fs::is_empty(folder.path() / "restored"));
}

TEST_CASE("An archive that names a place outside is refused") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "no.tar") << "this is no archive";
  CHECK(refusal_of([&] {
          registry::restore(insider(), folder.path() / "no.tar", folder.path() / "restored");
        }) == "backup.no_archive");
}

TEST_CASE("A full disk leaves no backup, and no part of one") {
  const TemporaryFolder folder;
  const bool as_archive = GENERATE(false, true);
  const FolderHost host(folder.path() / "data");
  fill(host.environment());
  host.environment().store.checkpoint();
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit small{64 * 1024, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto refusal = refusal_of([&] {
    registry::back_up(host.environment(), insider(),
                      folder.path() / (as_archive ? "copy.tar" : "copy"));
  });
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, SIG_DFL);
  CHECK(!refusal.empty());
  CHECK(entries_in(folder.path()) == 1);
  registry::back_up(host.environment(), insider(), folder.path() / "later");
}

TEST_CASE("Only who administers the host backs it up") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path() / "data");
  registry::Caller region_administrator;
  region_administrator.grants.push_back({catalogue::Role::kRegionAdministrator, kRegion, {}});
  CHECK(refusal_of([&] {
          registry::back_up(host.environment(), region_administrator, folder.path() / "copy");
        }) == "rights.administer_host");
  CHECK(refusal_of([&] {
          registry::restore(region_administrator, folder.path() / "copy", folder.path() / "x");
        }) == "rights.administer_host");
  CHECK(refusal_of([&] { registry::verify(host.environment(), region_administrator, {}); }) ==
        "rights.administer_host");
}
