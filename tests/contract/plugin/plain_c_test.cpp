#include <boost/json.hpp>

#include "pilah/plugin/rule_run.hpp"
#include "support/catch.hpp"

using namespace pilah::plugin;

TEST_CASE("A rule in plain C is loaded, scores and explains") {
  const InstalledPlugins plugins(PILAH_PLUGIN_FOLDER, PILAH_RUNNER);
  const auto* rule = plugins.find("plain-c");
  REQUIRE(rule);
  ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
  for (const std::optional<std::int64_t> months : {std::optional<std::int64_t>(3), {}, {40}}) {
    table.find("name")->add_text(months ? std::optional<std::string_view>("Posyandu")
                                        : std::nullopt);
    table.find("duration_months")->add_integer(months);
  }
  RunOptions options;
  options.as_of = "2026-01-01";
  options.language = "en";
  const auto ended = run_rule(plugins, *rule, {{"horizon", 12}}, table, options);
  REQUIRE(std::holds_alternative<RuleResult>(ended));
  const auto& result = std::get<RuleResult>(ended);
  CHECK(result.values.at(0) == std::vector<std::optional<double>>{0.75, std::nullopt, 0.0});
  CHECK_FALSE(result.not_eligible.at(0));
  CHECK(result.not_eligible.at(1) == std::uint8_t{0});
  CHECK(result.explanations.at(0).at(0) == "3 months");
  CHECK(result.explanations.at(1).at(0) == "the duration is unknown");
}
