#include "pilah/plugin/run/export_run.hpp"

#include <csignal>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <sys/stat.h>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

/// A folder with a document of an earlier export, and a run into it.
class Export {
 public:
  Export() { std::ofstream(document()) << "yang lama"; }

  RunEnd run(const char* plugin, std::uint64_t most_bytes = 1024 * 1024) {
    ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
    table.find("name")->add_text("Posyandu");
    table.find("duration_months")->add_integer(6);
    table.find("name")->add_text("Jum'at Berkah");
    table.find("duration_months")->add_integer(std::nullopt);
    ExportOptions options;
    options.as_of = "2026-01-01";
    options.progress_milliseconds = 300;
    options.most_bytes = most_bytes;
    const auto* exporter = plugins().find(plugin);
    REQUIRE(exporter);
    return run_exporter(plugins(), *exporter, {}, {{"innovations", &table, {}}}, document(),
                        options);
  }
  std::filesystem::path document() const { return folder_.path() / "daftar.txt"; }
  std::string text() const {
    std::ifstream file(document());
    return {std::istreambuf_iterator<char>(file), {}};
  }
  /// Whether the document of the earlier export is all that is there.
  bool untouched() const {
    const std::filesystem::directory_iterator files(folder_.path());
    return text() == "yang lama" && std::distance(begin(files), end(files)) == 1;
  }

 private:
  static const InstalledPlugins& plugins() {
    static const InstalledPlugins all(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
    return all;
  }
  pilah::tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("An exporter writes its document, which then stands in place of the old one") {
  Export written;
  const RunEnd end = written.run("exports");
  CAPTURE(end.kind(), end.detail);
  CHECK(end.done());
  CHECK(written.text() == "2026-01-01\nPosyandu: 6\nJum'at Berkah: ?\n");
  struct stat status {};
  REQUIRE(::stat(written.document().c_str(), &status) == 0);
  CHECK((status.st_mode & 0600) == 0600);
}

TEST_CASE("Whatever an exporter does, the old document stays and nothing lies beside it") {
  struct Way {
    const char* plugin;
    Outcome outcome;
    std::int64_t number;
    const char* detail;
  };
  const auto way = GENERATE(Way{"exports-too-much", Outcome::kTooMuch, 1024 * 1024, "bytes"},
                            Way{"ignores-quota", Outcome::kTooMuch, 1024 * 1024, "bytes"},
                            Way{"exports-past-host", Outcome::kTooMuch, 1024 * 1024, "bytes"},
                            Way{"exports-nothing", Outcome::kNoProgress, 300, ""},
                            Way{"aborts-exporting", Outcome::kKilledBySignal, SIGABRT, ""});
  CAPTURE(way.plugin);
  Export written;
  const RunEnd end = written.run(way.plugin);
  CHECK(end.outcome == way.outcome);
  CHECK(end.number == way.number);
  CHECK(end.detail == way.detail);
  CHECK(written.untouched());
}

TEST_CASE("A document that cannot be made is an end with a sentence, before the plugin runs") {
  Export written;
  std::filesystem::remove(written.document());
  std::filesystem::create_directory(written.document());
  CHECK(written.run("exports").outcome == Outcome::kNotStarted);
}
