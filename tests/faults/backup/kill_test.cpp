#include <csignal>
#include <cstdlib>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include <sys/wait.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/backup/backup.hpp"
#include "pilah/registry/backup/restore.hpp"
#include "pilah/registry/evidence/evidence.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/verify.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/folder_host.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const catalogue::RegionCode kRegion = *catalogue::RegionCode::parse("13.11");

int rounds(int quick, int long_run) {
  return std::getenv("PILAH_LONG_TESTS") != nullptr ? long_run : quick;
}

/// Runs `work` in a process of its own and kills that once it has told `count` times of
/// something that is done; answers how often it told so. `work` gets `done`.
template <class Work>
int kill_while(int count, int microseconds, Work work) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    try {
      work([&ends] {
        const char one = 1;
        if (::write(ends[1], &one, 1) != 1) ::_exit(1);
      });
    } catch (...) {
      ::_exit(2);
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  int told = 0;
  char one = 0;
  while (::read(ends[0], &one, 1) == 1) {
    if (++told == count) {
      ::usleep(static_cast<useconds_t>(microseconds));  // somewhere within the next thing
      ::kill(child, SIGKILL);
    }
  }
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  return told;
}

void make_region(const std::filesystem::path& data) {
  const FolderHost host(data);
  registry::add_region(host.environment(), insider(), "13.11");
}

std::string findings(const registry::Environment& environment) {
  std::string all;
  for (const auto& [region, message] :
       registry::verify(environment, registry::Caller::with_data_folder()).findings) {
    all += message.kind + " ";
  }
  return all;
}

std::int64_t innovations(const registry::Environment& environment) {
  std::int64_t count = 0;
  environment.store.read([&](store::Reader& reader) {
    reader.each<catalogue::Innovation>(kRegion, [&](const auto&) {
      ++count;
      return true;
    });
  });
  return count;
}

}  // namespace

TEST_CASE(
    "A host that is killed while it backs up loses nothing, and no half has a backup's name") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_region(data);
  std::int64_t confirmed = 0;
  for (int round = 0; round < rounds(5, 100); ++round) {
    const char* ending = random() % 2 == 0 ? ".tar" : "";
    const auto copies = folder.path() / "copies";
    const auto name = [&](int number) { return copies / (std::to_string(number) + ending); };
    std::filesystem::create_directory(copies);
    confirmed += kill_while(
        1 + static_cast<int>(random() % 5), static_cast<int>(random() % 15'000),
        [&](const auto& done) {
          const FolderHost host(data);
          for (int number = 0;; ++number) {
            registry::add_innovation(host.environment(), insider(), kRegion, {{"name", "n"}});
            done();
            registry::back_up(host.environment(), insider(), name(number));
          }
        });
    const FolderHost host(data);
    CHECK(findings(host.environment()).empty());
    CHECK(innovations(host.environment()) >= confirmed);
    confirmed = innovations(host.environment());
    const auto begun = std::distance(std::filesystem::directory_iterator(copies), {});
    for (int number = 0; number <= begun; ++number) {
      if (std::filesystem::exists(name(number))) {
        const auto to = folder.path() / "restored";
        CHECK(registry::restore(insider(), name(number), to).findings.empty());
        std::filesystem::remove_all(to);
      } else {  // what was cut off is in nobody's way
        registry::back_up(host.environment(), insider(), name(number));
      }
    }
    for (const auto& left : std::filesystem::directory_iterator(copies)) {
      CHECK(left.path().filename().string().find(".partial") == std::string::npos);
    }
    std::filesystem::remove_all(copies);
  }
}

TEST_CASE("A restore that is killed leaves no catalogue by halves, and begins anew") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const TemporaryFolder folder;
  make_region(folder.path() / "data");
  {
    const FolderHost host(folder.path() / "data");
    for (int i = 0; i < 50; ++i) {
      registry::add_innovation(host.environment(), insider(), kRegion, {{"name", "n"}});
    }
    registry::back_up(host.environment(), insider(), folder.path() / "copy");
  }
  for (int round = 0; round < rounds(4, 50); ++round) {
    const auto to = folder.path() / "restored";
    std::filesystem::remove_all(to);
    kill_while(1, static_cast<int>(random() % 12'000), [&](const auto& done) {
      done();
      registry::restore(insider(), folder.path() / "copy", to);
      for (;;) ::pause();
    });
    if (!std::filesystem::exists(to / "catalogue.sqlite")) {
      registry::restore(insider(), folder.path() / "copy", to);
    }
    const FolderHost host(to);
    CHECK(findings(host.environment()).empty());
    CHECK(innovations(host.environment()) == 50);
  }
}

TEST_CASE(
    "A host that is killed while it takes and drops evidence has no file too many or too few") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_region(data);
  int number = 0;
  for (int round = 0; round < rounds(6, 100); ++round) {
    const int first = number;
    number += 1000;
    kill_while(1 + static_cast<int>(random() % 6), static_cast<int>(random() % 8'000),
               [&](const auto& done) {
                 const FolderHost host(data);
                 const auto& environment = host.environment();
                 const auto entry = registry::add_innovation(environment, insider(), kRegion,
                                                             {{"name", "n"}, {"benefit", "b"}});
                 const auto id = entry.innovation.id;
                 auto revision = entry.revision;
                 for (int i = first;; ++i) {
                   bool given = false;
                   const std::string bytes = "%PDF-" + std::to_string(i);
                   const auto added = registry::add_evidence(
                       environment, insider(), id,
                       {"a.pdf", "/benefit",
                        [&]() -> std::string_view {
                          return std::exchange(given, true) ? std::string_view() : bytes;
                        }},
                       revision);
                   done();
                   revision =
                       registry::remove_evidence(environment, insider(), id, added.evidence.sha256,
                                                 added.version.revision)
                           .revision;
                   done();
                 }
               });
    const FolderHost host(data);
    CHECK(findings(host.environment()).empty());
  }
}
