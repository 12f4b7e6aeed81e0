#include "pilah/plugin/run/import_run.hpp"

#include <chrono>
#include <csignal>
#include <fstream>
#include <limits>

#include <boost/json.hpp>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

struct Taken : RowTaker {
  std::vector<std::string> rows;  // "1: a|b"
  std::vector<std::string> rejects;
  std::size_t most = 1000000;

  bool sheet(std::string_view) override { return true; }
  bool row(std::uint64_t number, const std::vector<std::string_view>& cells) override {
    std::string text = std::to_string(number) + ":";
    const char* separator = " ";
    for (const auto cell : cells) {
      text += separator + std::string(cell);
      separator = "|";
    }
    rows.push_back(std::move(text));
    return rows.size() < most;
  }
  bool rejected(std::uint64_t number, std::uint32_t column, std::string_view why) override {
    rejects.push_back(std::to_string(number) + "/" + std::to_string(column) + ": " +
                      std::string(why));
    return true;
  }
};

const InstalledPlugins& plugins() {
  static const InstalledPlugins all(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  return all;
}

RunEnd import(const std::string& bytes, Taken& taken) {
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.csv";
  std::ofstream(path, std::ios::binary) << bytes;
  ImportOptions options;
  options.language = "en";
  return run_importer(plugins(), *plugins().find("table"), {}, path, taken, options);
}

std::vector<std::string> rows_of(const std::string& bytes) {
  Taken taken;
  const RunEnd end = import(bytes, taken);
  CHECK(end.done());
  return taken.rows;
}

std::string refusal_of(const std::string& bytes) {
  Taken taken;
  const RunEnd end = import(bytes, taken);
  CAPTURE(end.detail, end.number);
  CHECK(end.outcome == Outcome::kBadFile);
  return end.detail;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("A list is cut at the separator that fits its lines best") {
  CHECK(rows_of("a,b\n1,2\n") == Rows{"1: a|b", "2: 1|2"});
  CHECK(rows_of("a;b,c\n1;2,5\n") == Rows{"1: a|b,c", "2: 1|2,5"});
  CHECK(rows_of("a\tb\n1\t2\n") == Rows{"1: a|b", "2: 1|2"});
  CHECK(rows_of("a|b|c\n1|2|3\n") == Rows{"1: a|b|c", "2: 1|2|3"});
  CHECK(rows_of("name\nx\n") == Rows{"1: name", "2: x"});
}

TEST_CASE("Rows have the numbers that a spreadsheet shows") {
  CHECK(rows_of("a,b\r\n\r\n1,2\r\n") == Rows{"1: a|b", "3: 1|2"});
  CHECK(rows_of("a,b\n\n\n1,2\n") == Rows{"1: a|b", "4: 1|2"});
  CHECK(rows_of("a,b\r1,2\r") == Rows{"1: a|b", "2: 1|2"});
  CHECK(rows_of("a,\"two\nlines\"\n1,2\n") == Rows{"1: a|two\nlines", "2: 1|2"});
  CHECK(rows_of("a,b\n,\n1,2") == Rows{"1: a|b", "3: 1|2"});
}

TEST_CASE("Quotes, blanks and separators within cells are read as spreadsheets do") {
  CHECK(rows_of("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n") == Rows{"1: a|b", "2: x, y|say \"hi\""});
  CHECK(rows_of("a,b\n  x  , y\n") == Rows{"1: a|b", "2: x|y"});
  CHECK(rows_of("a,b\nJum'at,5\" pipa\n") == Rows{"1: a|b", "2: Jum'at|5\" pipa"});
}

TEST_CASE("A byte order mark and Windows-1252 are read") {
  CHECK(rows_of("\xEF\xBB\xBFnama,b\nx,y\n") == Rows{"1: nama|b", "2: x|y"});
  CHECK(rows_of("nama,b\ncaf\xE9,y\n") == Rows{"1: nama|b", "2: caf\u00E9|y"});
}

TEST_CASE("A file that is no list of text is refused with a sentence") {
  CHECK(refusal_of("") == "the file is empty");
  CHECK(refusal_of("  \r\n\n") == "the file is empty");
  CHECK(refusal_of("PK\x03\x04 abc").find("workbook") != std::string::npos);
  CHECK(refusal_of("%PDF-1.7 abc").find("PDF") != std::string::npos);
  CHECK(refusal_of("<!DOCTYPE html><table>").find("web page") != std::string::npos);
  CHECK(refusal_of(std::string("a,b\n\0,c\n", 8)).find("NUL") != std::string::npos);
}

TEST_CASE("A quote that is never closed is an error with its row, not swallowed text") {
  CHECK(refusal_of("a,b\n1,\"2\n3,4\n") == "row 2: a quote is opened and never closed");
  CHECK(refusal_of("a,b\n1,\"" + std::string(2 * 1024 * 1024, 'x') + "\n").find("row 2: a cell") ==
        0);
}

TEST_CASE("Rows with too many columns are rejected with their row, the others taken") {
  std::string wide = "a,b\n1";
  for (int i = 0; i < 1100; ++i) wide += ",x";
  Taken taken;
  CHECK(import(wide + "\n3,4\n", taken).done());
  CHECK(taken.rows == Rows{"1: a|b", "3: 3|4"});
  CHECK(taken.rejects == Rows{"2/0: more than 1,024 columns"});
}

TEST_CASE("A long list arrives whole and in order") {
  std::string bytes = "id,name\n";
  for (int i = 0; i < 200000; ++i) {
    bytes += std::to_string(i) + ",\"nama inovasi yang cukup panjang untuk beberapa potong\"\n";
  }
  const auto rows = rows_of(bytes);
  REQUIRE(rows.size() == 200001);
  CHECK(rows[200000].find("200001: 199999|") == 0);
}

TEST_CASE("The taker can end a run") {
  std::string bytes = "id,name\n";
  for (int i = 0; i < 200000; ++i) bytes += "1,2\n";
  Taken taken;
  taken.most = 10;
  CHECK(import(bytes, taken).done());
  CHECK(taken.rows.size() == 10);
}

TEST_CASE("A file that cannot be read ends the run with a sentence") {
  Taken taken;
  const RunEnd end =
      run_importer(plugins(), *plugins().find("table"), {}, "/nowhere/list.csv", taken, {});
  CHECK(end.outcome == Outcome::kNotStarted);
}

TEST_CASE("An importer that gives a cell that is no UTF-8 ends there") {
  const InstalledPlugins misbehaving(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.bin";
  std::ofstream(path) << "x";
  Taken taken;
  const RunEnd end =
      run_importer(misbehaving, *misbehaving.find("garbles-cells"), {}, path, taken, {});
  CHECK(end.outcome == Outcome::kMalformedReply);
  CHECK(end.detail == "a cell that is no UTF-8");
  CHECK(taken.rows == std::vector<std::string>{"1: nama|opd"});
}

TEST_CASE("Whatever an importer does, the run ends with its sentence") {
  struct Way {
    const char* plugin;
    Outcome outcome;
    std::int64_t number;
    const char* detail;
  };
  const auto way = GENERATE(Way{"never-reads", Outcome::kNoProgress, 300, ""},
                            Way{"gives-endlessly", Outcome::kTooMuch, 100000, "rows"},
                            Way{"forges-slot", Outcome::kMalformedReply, 0, "a slot out of turn"},
                            Way{"aborts-importing", Outcome::kKilledBySignal, SIGABRT, ""});
  CAPTURE(way.plugin);
  const InstalledPlugins misbehaving(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.bin";
  std::ofstream(path) << "nama";
  ImportOptions options;
  options.progress_milliseconds = 300;
  options.most_rows = 100000;
  Taken taken;
  const RunEnd end =
      run_importer(misbehaving, *misbehaving.find(way.plugin), {}, path, taken, options);
  CHECK(end.outcome == way.outcome);
  CHECK(end.number == way.number);
  CHECK(end.detail == way.detail);
}

TEST_CASE("An import ends when its time is up, though rows keep coming") {
  const InstalledPlugins misbehaving(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.bin";
  std::ofstream(path) << "nama";
  struct Counted : RowTaker {
    std::uint64_t rows = 0;
    bool sheet(std::string_view) override { return true; }
    bool row(std::uint64_t, const std::vector<std::string_view>&) override { return ++rows > 0; }
    bool rejected(std::uint64_t, std::uint32_t, std::string_view) override { return true; }
  } counted;
  ImportOptions options;
  options.until = Deadline(std::chrono::milliseconds(700));
  options.most_rows = std::numeric_limits<std::uint64_t>::max();
  const RunEnd end =
      run_importer(misbehaving, *misbehaving.find("gives-endlessly"), {}, path, counted, options);
  CHECK(end.outcome == Outcome::kNoProgress);
  CHECK(counted.rows > 0);
}
