#include <fstream>

#include <boost/json.hpp>

#include "pilah/plugin/run/import_run.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

/// What both rules in C say of three candidates: 3 months, unknown without a name, 40 months.
void check_rule(const InstalledPlugins& plugins, const InstalledPlugin& rule) {
  ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
  for (const std::optional<std::int64_t> months : {std::optional<std::int64_t>(3), {}, {40}}) {
    table.find("name")->add_text(months ? std::optional<std::string_view>("Posyandu")
                                        : std::nullopt);
    table.find("duration_months")->add_integer(months);
  }
  RunOptions options;
  options.as_of = "2026-01-01";
  options.language = "en";
  const auto ended = run_rule(plugins, rule, {{"horizon", 12}}, table, options);
  REQUIRE(std::holds_alternative<RuleResult>(ended));
  const auto& result = std::get<RuleResult>(ended);
  CHECK(result.values.at(0) == std::vector<std::optional<double>>{0.75, std::nullopt, 0.0});
  CHECK_FALSE(result.not_eligible.at(0));
  CHECK(result.not_eligible.at(1) == std::uint8_t{0});
  CHECK(result.explanations.at(0).at(0) == "3 months");
  CHECK(result.explanations.at(1).at(0) == "the duration is unknown");
}

struct Lines : RowTaker {
  std::vector<std::string> lines;
  bool sheet(std::string_view) override { return true; }
  bool row(std::uint64_t, const std::vector<std::string_view>& cells) override {
    lines.emplace_back(cells.at(0));
    return true;
  }
  bool rejected(std::uint64_t, std::uint32_t, std::string_view) override { return true; }
};

}  // namespace

TEST_CASE("A rule in plain C is loaded, scores and explains") {
  const InstalledPlugins plugins(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  const auto* rule = plugins.find("plain-c");
  REQUIRE(rule);
  check_rule(plugins, *rule);
}

// Binaries that were built with the header before 1.0, when pilah_create_arguments had
// no data files and pilah_scores no join(): plain_c/plain_c.c and older/importer.c.
#if defined(__x86_64__)
TEST_CASE("A rule that was built with an older header still works") {
  const InstalledPlugins plugins("", {PILAH_RUNNER, {}});
  check_rule(plugins, read_plugin(PILAH_OLDER "/older-rule", PluginOrigin::kTried));
}

TEST_CASE("An importer that was built with an older header still works") {
  const InstalledPlugins plugins("", {PILAH_RUNNER, {}});
  const auto importer = read_plugin(PILAH_OLDER "/older-importer", PluginOrigin::kTried);
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.lines";
  std::ofstream(path) << "Posyandu\nJum'at Berkah";
  Lines taken;
  CHECK(run_importer(plugins, importer, {}, path, taken, {}).done());
  CHECK(taken.lines == std::vector<std::string>{"Posyandu", "Jum'at Berkah"});
}
#endif
