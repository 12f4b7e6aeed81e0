// What the sandbox costs: the same plugin in this process and in its own, side by side.
//
//   bench_plugin [ROWS [rule|bisection|import]]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <vector>

#include <boost/json.hpp>

#include "bench/plugin/in_process.hpp"
#include "pilah/plugin/run/import_run.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(const std::function<void()>& work) {
  const auto begin = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

/// Both ways in turn, so that a busy moment of the machine hits both.
void compare(const char* what, int rounds, const std::function<void()>& in_process,
             const std::function<void()>& sandboxed) {
  std::vector<double> first, second, ratios;
  for (int i = 0; i < rounds; ++i) {
    first.push_back(milliseconds(in_process));
    second.push_back(milliseconds(sandboxed));
    ratios.push_back(second.back() / first.back());
  }
  std::printf("%s\n  in process %.1f ms, sandboxed %.1f ms, ratio %.2f (medians of %d rounds)\n",
              what, median(first), median(second), median(ratios), rounds);
}

plugin::RuleResult must(std::variant<plugin::RuleResult, plugin::RunEnd> ended) {
  if (const auto* end = std::get_if<plugin::RunEnd>(&ended)) {
    std::fprintf(stderr, "%s: %s\n", end->plugin.c_str(), end->detail.c_str());
    std::exit(1);
  }
  return std::get<plugin::RuleResult>(std::move(ended));
}

plugin::RunOptions only_scores() {
  plugin::RunOptions options;
  options.as_of = "2026-01-01";
  options.explain = false;
  return options;
}

void bench_rule(std::uint64_t rows) {
  const plugin::InstalledPlugins plugins(PILAH_BENCH_FOLDER, {PILAH_RUNNER, {}});
  const auto& mean = *plugins.find("bench-mean");
  std::vector<const char*> ids;
  std::vector<plugin::ColumnKind> kinds;
  for (const auto& id : mean.manifest.columns) {
    ids.push_back(id.c_str());
    kinds.push_back(*plugin::innovation_column(id));
  }
  const bench::NumberColumns columns(rows, ids);
  plugin::ColumnTable table(kinds);
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    for (std::uint64_t row = 0; row < rows; ++row) {
      table.columns()[c].add_number(columns.value(c, row));
    }
  }
  const auto& rule = *static_cast<const pilah_rule*>(
      bench::table_in_process(PILAH_BENCH_FOLDER "/bench-mean/bench-mean.so", PILAH_RULE_ID));
  plugin::SealedTables sealed;
  std::printf("laying %llu rows x 10 columns out for the plugin: %.1f ms\n",
              static_cast<unsigned long long>(rows), milliseconds([&] {
                sealed = plugin::seal_tables({{"innovations", &table, {}}});
              }));
  volatile double sink = 0;
  const auto in_process = [&] { sink = columns.score(rule, 65536).values[0][0].value(); };
  std::vector<double> alone;
  for (int i = 0; i < 15; ++i) {
    alone.push_back(milliseconds([&] { columns.score_only(rule, 65536); }));
  }
  std::printf("the rule's own time, nothing checked or kept: median %.1f ms\n", median(alone));
  compare("rule, batches of 65,536, results checked and kept", 15, in_process, [&] {
    sink =
        must(plugin::run_rule(plugins, mean, {}, sealed, rows, only_scores())).values[0][0].value();
  });
  auto small = only_scores();
  small.batch_rows = 1024;
  compare("rule, batches of 1,024", 5, in_process, [&] {
    sink = must(plugin::run_rule(plugins, mean, {}, sealed, rows, small)).values[0][0].value();
  });
  const plugin::ColumnTable empty(kinds);
  std::vector<double> starts;
  for (int i = 0; i < 200; ++i) {
    starts.push_back(
        milliseconds([&] { must(run_rule(plugins, mean, {}, empty, only_scores())); }));
  }
  std::sort(starts.begin(), starts.end());
  std::printf("start to ready and end: median %.2f ms, 99%% %.2f ms\n", starts[100], starts[198]);
}

void bench_bisection() {
  const plugin::InstalledPlugins plugins(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
  plugin::ColumnTable table(
      {*plugin::innovation_column("name"), *plugin::innovation_column("duration_months")});
  for (int row = 0; row < 65536; ++row) {
    table.find("name")->add_text("Inovasi");
    table.find("duration_months")->add_integer(row == 43210 ? 666 : 6);
  }
  std::vector<double> times;
  for (int i = 0; i < 15; ++i) {
    times.push_back(milliseconds([&] {
      const auto ended = run_rule(plugins, *plugins.find("dies-of-one-row"), {{"horizon", 12}},
                                  table, only_scores());
      if (std::get<plugin::RunEnd>(ended).row != 43210) std::exit(1);
    }));
  }
  std::printf("the row of 65,536 that a rule dies of found, all told: median %.1f ms\n",
              median(times));
}

struct Counting : plugin::RowTaker {
  std::uint64_t cells = 0;
  std::string bytes;
  bool sheet(std::string_view) override { return true; }
  bool row(std::uint64_t, const std::vector<std::string_view>& row) override {
    if (bytes.size() > 8U * 1024U * 1024U) bytes.clear();
    for (const auto cell : row) bytes.append(cell);
    cells += row.size();
    return true;
  }
  bool rejected(std::uint64_t, std::uint32_t, std::string_view) override { return true; }
};

void bench_import(std::uint64_t rows) {
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "list.csv";
  {
    std::ofstream out(file);
    out << "No;Judul;OPD;Tahun;Anggaran\n";
    for (std::uint64_t row = 1; row <= rows; ++row) {
      out << row << ";\"Inovasi nomor " << row << "\";Dinas Kesehatan;2024;Rp 450.000.000\n";
    }
  }
  const plugin::InstalledPlugins plugins(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  const auto& table = *plugins.find("table");
  const auto& importer = *static_cast<const pilah_importer*>(
      bench::table_in_process(PILAH_PLUGIN_FOLDER "/table/table.so", PILAH_IMPORTER_ID));
  volatile std::uint64_t sink = 0;
  compare(
      "CSV of as many rows x 5 columns", 7,
      [&] { sink = bench::import_in_process(importer, file.string()); },
      [&] {
        Counting counting;
        if (!run_importer(plugins, table, {}, file, counting, {}).done()) std::exit(1);
        sink = counting.cells;
      });
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t rows = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::string part = argc > 2 ? argv[2] : "";
  if (part.empty() || part == "rule") bench_rule(rows);
  if (part.empty() || part == "bisection") bench_bisection();
  if (part.empty() || part == "import") bench_import(rows);
}
