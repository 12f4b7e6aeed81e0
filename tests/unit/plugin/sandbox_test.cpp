// The sandbox as a whole: what a machine may lack, many runs, another user.
#include <atomic>
#include <fstream>
#include <thread>

#include <boost/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "pilah/plugin/run/rule_run.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

InstalledPlugins plugins_run_by(const char* runner, MayBeMissing missing = {}) {
  return {PILAH_MISBEHAVING_FOLDER, {runner, std::move(missing)}};
}

ColumnTable one_row() {
  ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
  table.find("name")->add_text("Posyandu");
  table.find("duration_months")->add_integer(3);
  return table;
}

std::variant<RuleResult, RunEnd> run(const InstalledPlugins& plugins, const char* id) {
  RunOptions options;
  options.as_of = "2026-01-01";
  options.load_milliseconds = 2000;
  options.bisect_milliseconds = 0;
  return run_rule(plugins, *plugins.find(id), {}, one_row(), options);
}

RunEnd end_of(const std::variant<RuleResult, RunEnd>& ended) {
  return std::holds_alternative<RunEnd>(ended) ? std::get<RunEnd>(ended) : RunEnd{};
}

long resident_kilobytes() {
  std::ifstream status("/proc/self/statm");
  long size = 0;
  long resident = 0;
  status >> size >> resident;
  return resident * (::sysconf(_SC_PAGESIZE) / 1024);
}

}  // namespace

TEST_CASE("On a machine without landlock a plugin does not run, unless that was allowed") {
  const auto end = end_of(run(plugins_run_by(PILAH_RUNNER_WITHOUT_LANDLOCK), "behaves"));
  CHECK(end.outcome == Outcome::kNotConfined);
  CHECK(end.detail == "landlock");
  const auto allowed = plugins_run_by(PILAH_RUNNER_WITHOUT_LANDLOCK, {SandboxPart::kLandlock});
  CHECK(end_of(run(allowed, "behaves")).done());
  // What is left still holds.
  CHECK(end_of(run(allowed, "opens-file")).outcome == Outcome::kForbiddenCall);
}

TEST_CASE("On a machine without seccomp a plugin does not run, unless that was allowed") {
  const auto end = end_of(run(plugins_run_by(PILAH_RUNNER_WITHOUT_SECCOMP), "behaves"));
  CHECK(end.outcome == Outcome::kNotConfined);
  CHECK(end.detail == "seccomp");
  const auto other = plugins_run_by(PILAH_RUNNER_WITHOUT_SECCOMP, {SandboxPart::kLandlock});
  CHECK(end_of(run(other, "behaves")).outcome == Outcome::kNotConfined);
  const auto allowed = plugins_run_by(PILAH_RUNNER_WITHOUT_SECCOMP, {SandboxPart::kSystemCalls});
  CHECK(end_of(run(allowed, "behaves")).done());
  // Landlock alone still keeps the file system shut: the rule cannot open its file.
  CHECK(end_of(run(allowed, "opens-file")).done());
}

TEST_CASE("Eight runs at once, some of which die, do not disturb one another") {
  const auto plugins = plugins_run_by(PILAH_RUNNER);
  std::atomic<int> good{0};
  std::atomic<int> died{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 10; ++round) {
        const auto end = end_of(run(plugins, i % 2 == 0 ? "behaves" : "aborts"));
        if (end.done()) ++good;
        if (end.outcome == Outcome::kKilledBySignal) ++died;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(good == 40);
  CHECK(died == 40);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("The host's memory does not grow over a thousand runs") {
  const auto plugins = plugins_run_by(PILAH_RUNNER);
  const auto runs = [&plugins](int count) {
    for (int i = 0; i < count; ++i) {
      const auto end = end_of(run(plugins, i % 10 == 9 ? "aborts" : "behaves"));
      REQUIRE((end.done() || end.outcome == Outcome::kKilledBySignal));
    }
  };
  runs(100);
  const long before = resident_kilobytes();
  runs(1000);
  const long grown = resident_kilobytes() - before;
  INFO("grown by " << grown << " KiB");
  CHECK(grown < 4096);
}

TEST_CASE("A library for another machine is refused with a sentence") {
  const pilah::tests::TemporaryFolder folder;
  const auto behaves = std::filesystem::path(PILAH_MISBEHAVING_FOLDER) / "behaves";
  std::filesystem::copy(behaves, folder.path());
  const auto library = folder.path() / "behaves.so";
  const auto plugins = plugins_run_by(PILAH_RUNNER);
  const auto outcome_with = [&](std::streamoff at, const std::string& bytes) {
    std::filesystem::copy_file(behaves / "behaves.so", library,
                               std::filesystem::copy_options::overwrite_existing);
    std::fstream(library, std::ios::in | std::ios::out | std::ios::binary).seekp(at) << bytes;
    std::ifstream file(library, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    auto plugin = read_plugin(folder.path(), PluginOrigin::kTried);
    plugin.manifest.sha256 = sha256_hex(all);
    plugin.sealed = std::make_shared<SealedPlugin>(plugin.manifest,
                                                   std::make_shared<FolderFiles>(folder.path()));
    const auto end = end_of(run_rule(plugins, plugin, {}, one_row(), {}));
    CHECK_FALSE(end.detail.empty());
    return end.outcome;
  };
  CHECK(outcome_with(18, std::string("\x16\x00", 2)) == Outcome::kNotLoadable);  // e_machine: S/390
  CHECK(outcome_with(4, "\x01") == Outcome::kNotLoadable);                       // 32 bits
  CHECK(outcome_with(0, "#!/bin/sh") == Outcome::kNotLoadable);
}

TEST_CASE("Plugins run for an ordinary user too, as confined as for root") {
  if (::getuid() != 0) return;  // then every test here says it
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::setgid(65534) != 0 || ::setuid(65534) != 0) ::_exit(2);
    if (::access(PILAH_RUNNER, X_OK) != 0) ::_exit(77);  // the tree is root's alone
    const auto plugins = plugins_run_by(PILAH_RUNNER);
    const bool good = end_of(run(plugins, "behaves")).done();
    const auto opens = end_of(run(plugins, "opens-file")).outcome;
    const auto writes = end_of(run(plugins, "writes-file-in-create"));
    ::_exit(good && opens == Outcome::kForbiddenCall && writes.detail == "could not write it" ? 0
                                                                                              : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 77) WARN("not tried: the build is in a folder that only root enters");
  CHECK((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 77));
}
