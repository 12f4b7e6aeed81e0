#include "pilah/plugin/run/rule_run.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <memory>

#include <boost/json.hpp>
#include <dirent.h>
#include <sys/wait.h>

#include "pilah/plugin/package/parameters.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

const InstalledPlugins& misbehaving() {
  static const InstalledPlugins plugins(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
  return plugins;
}

/// Rows with a name and a duration; every fifth has no name, every seventh no duration.
ColumnTable some_rows(std::int64_t rows) {
  ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
  for (std::int64_t row = 0; row < rows; ++row) {
    const std::string name = "Inovasi " + std::to_string(row);
    table.find("name")->add_text(row % 5 == 4 ? std::nullopt
                                              : std::optional<std::string_view>(name));
    table.find("duration_months")
        ->add_integer(row % 7 == 6 ? std::nullopt : std::optional<std::int64_t>(row % 24));
  }
  return table;
}

RunOptions quick() {
  RunOptions options;
  options.as_of = "2026-01-01";
  options.base_milliseconds = 400;
  options.load_milliseconds = 400;
  options.milliseconds_per_1000_rows = 0;
  options.bisect_milliseconds = 0;
  options.memory_bytes = 256ULL * 1024 * 1024;
  return options;
}

std::variant<RuleResult, RunEnd> run(const char* id, const ColumnTable& table,
                                     const RunOptions& options) {
  const auto* plugin = misbehaving().find(id);
  REQUIRE(plugin);
  boost::json::object parameters;
  REQUIRE(complete_parameters(plugin->manifest.parameters, parameters).empty());
  return run_rule(misbehaving(), *plugin, parameters, table, options);
}

/// What a run that must succeed found.
RuleResult result_of(std::variant<RuleResult, RunEnd> ended) {
  if (const auto* end = std::get_if<RunEnd>(&ended)) {
    FAIL(end->kind() << " " << end->number << " " << end->detail);
  }
  return std::get<RuleResult>(std::move(ended));
}

RunEnd end_of(const char* id, const RunOptions& options = quick()) {
  auto ended = run(id, some_rows(10), options);
  REQUIRE(std::holds_alternative<RunEnd>(ended));
  return std::get<RunEnd>(ended);
}

int open_descriptors() {
  int count = 0;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/proc/self/fd"), ::closedir);
  while (::readdir(folder.get())) ++count;
  return count;
}

bool no_child_is_left() { return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD; }

}  // namespace

TEST_CASE("A rule scores every row, says which are not eligible and why each has its value") {
  const auto result = result_of(run("behaves", some_rows(10), quick()));
  CHECK(result.rows == 10);
  CHECK(result.description.criteria.front().title_id == "Cepat");
  CHECK(result.values[0][3] == 0.75);
  CHECK(result.values[0][0] == 1.0);
  CHECK_FALSE(result.values[0][6]);
  CHECK(result.not_eligible[4] == std::uint8_t{0});
  CHECK_FALSE(result.not_eligible[5]);
  CHECK(result.description.reasons[0].text_en == "without a name");
  CHECK(result.explanations[3][0] == "3 bulan");
  CHECK(result.explanations[6][0] == "belum diketahui");
}

TEST_CASE("A table without rows is scored too") {
  CHECK(result_of(run("behaves", some_rows(0), quick())).rows == 0);
}

TEST_CASE("Parameters reach the rule, and so does where a batch is cut change nothing") {
  const auto* plugin = misbehaving().find("behaves");
  auto options = quick();
  options.explain = false;
  options.base_milliseconds = 5000;
  const auto whole =
      result_of(run_rule(misbehaving(), *plugin, {{"horizon", 24}}, some_rows(70000), options));
  CHECK(whole.rows == 70000);
  CHECK(whole.values[0][12] == 0.5);
  const auto start =
      result_of(run_rule(misbehaving(), *plugin, {{"horizon", 24}}, some_rows(5000), options));
  CHECK(std::equal(start.values[0].begin(), start.values[0].end(), whole.values[0].begin()));
}

namespace {

struct Way {
  const char* plugin;
  Outcome outcome;
  std::int64_t number;
  const char* detail;
};

/// The run ends in that way, and neither process nor descriptor is left of it.
void check_end(const Way& way) {
  CAPTURE(way.plugin);
  REQUIRE(misbehaving().find(way.plugin));
  // The library's sealed copy stays: it serves the next run.
  static_cast<void>(misbehaving().find(way.plugin)->sealed->library());
  static_cast<void>(misbehaving().find(way.plugin)->sealed->data_files());
  const int before = open_descriptors();
  auto options = quick();
  // A busy machine may take its time for every other end.
  if (way.outcome != Outcome::kTimedOut) {
    options.base_milliseconds = options.load_milliseconds = 60'000;
  }
  const RunEnd end = end_of(way.plugin, options);
  CHECK(end.outcome == way.outcome);
  CHECK(end.number == way.number);
  CHECK(end.detail == way.detail);
  CHECK(end.plugin == way.plugin);
  CHECK(no_child_is_left());
  CHECK(open_descriptors() == before);
}

}  // namespace

TEST_CASE("A library that is not the plugin of its manifest ends with a sentence") {
  check_end(GENERATE(
      Way{"wrong-abi", Outcome::kNotLoadable, 0, "the plugin does not work with ABI version 1"},
      Way{"other-abi", Outcome::kNotLoadable, 0, "another ABI version"},
      Way{"offers-nothing", Outcome::kNotLoadable, 0, "the library does not offer pilah.rule/1"},
      Way{"describes-nothing", Outcome::kNotLoadable, 0, "the rule lacks create, score or explain"},
      Way{"lacks-entry", Outcome::kNotLoadable, 0,
          "the library has no function pilah_plugin_entry"},
      Way{"is-another", Outcome::kNotLoadable, 0,
          "id or version of the library is not that of plugin.json"},
      Way{"garbles-description", Outcome::kMalformedReply, 0,
          "a text of the description is too long or no UTF-8"}));
}

TEST_CASE("A library that lacks a symbol is refused when it is loaded, and the symbol is named") {
  const RunEnd end = end_of("lacks-symbol");
  CHECK(end.outcome == Outcome::kNotLoadable);
  CHECK(end.detail.find("pilah_missing_function") != std::string::npos);
}

TEST_CASE("Whatever a rule does before it is ready, the run ends and leaves nothing behind") {
  check_end(GENERATE(Way{"loops-in-initialiser", Outcome::kTimedOut, 400, ""},
                     Way{"exits-in-initialiser", Outcome::kExited, 0, ""},
                     Way{"loops-in-create", Outcome::kTimedOut, 400, ""},
                     Way{"throws-in-create", Outcome::kBadParameters, 0, "horizon is no horizon"},
                     Way{"aborts-in-create", Outcome::kKilledBySignal, SIGABRT, ""},
                     Way{"opens-file-in-create", Outcome::kReportedError, 0, "could not open it"},
                     Way{"writes-file-in-create", Outcome::kReportedError, 0, "could not write it"},
                     Way{"takes-memory-in-create", Outcome::kReportedError, 0, "std::bad_alloc"}));
}

TEST_CASE("Whatever a rule does to its process, the run ends and leaves nothing behind") {
  check_end(GENERATE(
      Way{"aborts", Outcome::kKilledBySignal, SIGABRT, ""}, Way{"exits", Outcome::kExited, 0, ""},
      Way{"kills-itself", Outcome::kKilledBySignal, SIGKILL, ""},
      Way{"stops-itself", Outcome::kTimedOut, 400, ""},
      Way{"sleeps-forever", Outcome::kTimedOut, 400, ""},
      Way{"loops-in-score", Outcome::kTimedOut, 400, ""},
      Way{"throws", Outcome::kReportedError, 0, "baris 17 tidak dikenal"},
      Way{"throws-a-number", Outcome::kReportedError, 0, "an exception that is no std::exception"},
      Way{"overflows-stack", Outcome::kKilledBySignal, SIGSEGV, ""},
      Way{"takes-memory", Outcome::kReportedError, 0, "std::bad_alloc"},
      Way{"aborts-explaining", Outcome::kKilledBySignal, SIGABRT, ""},
      Way{"loops-explaining", Outcome::kTimedOut, 400, ""}));
}

TEST_CASE("A rule that touches memory that is not its own ends there") {
  check_end(
      GENERATE(Way{"writes-null", Outcome::kKilledBySignal, SIGSEGV, ""},
               Way{"writes-beyond", Outcome::kMalformedReply, 0, "it wrote beyond its output"},
               Way{"writes-far-beyond", Outcome::kKilledBySignal, SIGSEGV, ""},
               Way{"writes-before", Outcome::kKilledBySignal, SIGSEGV, ""},
               Way{"writes-input", Outcome::kKilledBySignal, SIGSEGV, ""},
               Way{"writes-random-memory", Outcome::kKilledBySignal, SIGSEGV, ""}));
}

TEST_CASE("What a rule answers is checked, whoever wrote it") {
  check_end(GENERATE(
      Way{"closes-socket", Outcome::kMalformedReply, 0, "it closed its socket and went on"},
      Way{"forges-reply", Outcome::kMalformedReply, 0, "a record ends too early"},
      Way{"garbles-wire", Outcome::kMalformedReply, 0, "what it sent is no message"},
      Way{"floods-wire", Outcome::kMalformedReply, 0, "an answer that nobody asked for"},
      Way{"not-a-number", Outcome::kMalformedReply, 0, "criterion soon is outside 0 to 1 in row 1"},
      Way{"infinite", Outcome::kMalformedReply, 0, "criterion soon is outside 0 to 1 in row 1"},
      Way{"out-of-range", Outcome::kMalformedReply, 0, "criterion soon is outside 0 to 1 in row 1"},
      Way{"unknown-reason", Outcome::kMalformedReply, 0, "an unknown reason in row 1"},
      Way{"unknown-group", Outcome::kMalformedReply, 0, "an unknown group in row 1"},
      Way{"joins-badly", Outcome::kReportedError, 0, "the host takes no group Kelompok Satu"},
      Way{"joins-endlessly", Outcome::kReportedError, 0, "the host takes no group kelompok-80"}));
}

TEST_CASE("A reply that claims 2^64-1 bytes of text is read no further than there is memory") {
  const RunEnd end = end_of("claims-more");
  CHECK(end.outcome == Outcome::kReportedError);
  CHECK(end.detail.size() <= 2048);
}

TEST_CASE("A rule that closes all its descriptors but the socket is still read") {
  CHECK(result_of(run("closes-all", some_rows(10), quick())).rows == 10);
}

TEST_CASE("A process that dies of one batch is replaced, and the run goes on") {
  auto options = quick();
  options.batch_rows = 10;
  const auto result = result_of(run("dies-at-first", some_rows(20), options));
  CHECK(result.rows == 20);
  CHECK(result.values == result_of(run("behaves", some_rows(20), quick())).values);
}

TEST_CASE("A run that is not to be tried again ends with the first death") {
  auto options = quick();
  options.batch_rows = 10;
  options.try_again = false;
  const auto ended = run("dies-at-first", some_rows(20), options);
  REQUIRE(std::holds_alternative<RunEnd>(ended));
  CHECK(std::get<RunEnd>(ended).outcome == Outcome::kKilledBySignal);
  CHECK_FALSE(std::get<RunEnd>(ended).row);
}

TEST_CASE("After three such deaths a run is given up") {
  auto options = quick();
  options.batch_rows = 10;
  const auto ended = run("dies-at-first", some_rows(80), options);
  REQUIRE(std::holds_alternative<RunEnd>(ended));
  CHECK(std::get<RunEnd>(ended).outcome == Outcome::kKilledBySignal);
}

TEST_CASE("The row that a row-wise rule dies of is found and named") {
  for (const std::int64_t guilty : {0, 1, 4711, 9998, 9999}) {
    CAPTURE(guilty);
    ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
    for (std::int64_t row = 0; row < 10000; ++row) {
      table.find("name")->add_text("Inovasi");
      table.find("duration_months")->add_integer(row == guilty ? 666 : 6);
    }
    auto options = quick();
    options.bisect_milliseconds = 60000;
    const auto ended = run("dies-of-one-row", table, options);
    REQUIRE(std::holds_alternative<RunEnd>(ended));
    CHECK(std::get<RunEnd>(ended).outcome == Outcome::kKilledBySignal);
    CHECK(std::get<RunEnd>(ended).row == static_cast<std::uint64_t>(guilty));
  }
  CHECK(no_child_is_left());
}

TEST_CASE("What a rule says of its failure is readable and not long, whatever it says") {
  const RunEnd end = end_of("garbles-error");
  CHECK(end.outcome == Outcome::kReportedError);
  CHECK(end.detail.rfind("baris \xEF\xBF\xBD [2Jduaxxx", 0) == 0);
  CHECK(end.detail.size() <= 2048);
}

TEST_CASE("A rule's reasons are readable and cut between characters") {
  const auto result = result_of(run("garbles-reasons", some_rows(2), quick()));
  const auto& text = result.explanations.at(1).at(0);
  CHECK(text.substr(0, 5) == "\xEF\xBF\xBD\xC3\xA9");
  CHECK(text.size() <= 1024);
  CHECK(static_cast<unsigned char>(text.back()) == 0xA9);
}

TEST_CASE("A rule that asks the kernel for what it is not given ends there") {
  struct Call {
    const char* plugin;
    std::vector<std::string> calls;  // any of them: C libraries differ
  };
  const auto way = GENERATE(values<Call>({{"forks", {"clone", "fork", "vfork", "?"}},
                                          {"starts-thread", {"clone3", "clone", "rt_sigaction"}},
                                          {"opens-file", {"openat", "open"}},
                                          {"opens-socket", {"socket"}},
                                          {"executes", {"execve"}},
                                          {"traces", {"ptrace"}},
                                          {"maps-code", {"mmap"}},
                                          {"signals-host", {"getppid", "kill"}},
                                          {"handles-traps", {"rt_sigaction"}},
                                          {"shrinks-output", {"ftruncate"}},
                                          {"sets-timer", {"alarm", "setitimer"}},
                                          {"mounts", {"mount"}},
                                          {"unshares", {"unshare"}},
                                          {"sets-up-ring", {"io_uring_setup"}},
                                          {"reads-other-process", {"process_vm_readv"}},
                                          {"opens-socket-in-create", {"socket"}}}));
  CAPTURE(way.plugin);
  const RunEnd end = end_of(way.plugin);
  CAPTURE(end.detail);
  CHECK(end.outcome == Outcome::kForbiddenCall);
  CHECK(std::find(way.calls.begin(), way.calls.end(), end.detail) != way.calls.end());
  CHECK(no_child_is_left());
}

TEST_CASE("What a rule writes to its standard error is logged, but not without bound") {
  std::size_t logged = 0;
  auto options = quick();
  options.base_milliseconds = 5000;
  options.log = [&logged](std::string_view line) { logged += line.size(); };
  result_of(run("floods-errors", some_rows(3), options));
  CHECK(logged > 1000);
  CHECK(logged <= 64 * 1024);
}

TEST_CASE("A library that is not the one of its manifest is not loaded") {
  const pilah::tests::TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(PILAH_MISBEHAVING_FOLDER) / "behaves", folder.path());
  std::ofstream(folder.path() / "behaves.so", std::ios::app) << ' ';
  const auto altered = read_plugin(folder.path(), PluginOrigin::kTried);
  const auto ended = run_rule(misbehaving(), altered, {}, some_rows(1), quick());
  CHECK(std::get<RunEnd>(ended).outcome == Outcome::kAltered);
}

TEST_CASE("A rule whose criteria or version differ from its manifest is refused") {
  InstalledPlugin other = *misbehaving().find("behaves");
  other.manifest.criteria = {"slow"};
  auto ended = run_rule(misbehaving(), other, {}, some_rows(1), quick());
  CHECK(std::get<RunEnd>(ended).detail == "the criteria are not those of plugin.json");
  other = *misbehaving().find("behaves");
  other.manifest.version = "2.0.0";
  ended = run_rule(misbehaving(), other, {}, some_rows(1), quick());
  CHECK(std::get<RunEnd>(ended).outcome == Outcome::kNotLoadable);
}

TEST_CASE("Without the runner's program a run says so") {
  const InstalledPlugins plugins(PILAH_MISBEHAVING_FOLDER, {"/nowhere/pilah-runner", {}});
  const auto ended = run_rule(plugins, *plugins.find("behaves"), {}, some_rows(1), quick());
  CHECK(std::get<RunEnd>(ended).outcome == Outcome::kNotStarted);
}

TEST_CASE("A run ends when its time is up, however much each batch may take") {
  RunOptions options = quick();
  options.base_milliseconds = 60'000;
  options.bisect_milliseconds = 60'000;
  for (const char* plugin : {"sleeps-forever", "loops-explaining"}) {
    CAPTURE(plugin);
    options.until = Deadline(std::chrono::milliseconds(700));
    const auto end = end_of(plugin, options);
    CHECK(end.outcome == Outcome::kTimedOut);
    CHECK(end.number <= 700);  // what was left of it
    CHECK_FALSE(end.row);      // nobody searched for the row any more
  }
  CHECK(no_child_is_left());
}
