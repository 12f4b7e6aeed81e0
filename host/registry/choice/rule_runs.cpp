#include "pilah/registry/choice/rule_runs.hpp"

#include <utility>
#include <variant>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/registry/columns/candidate_columns.hpp"

namespace pilah::registry {

namespace {

catalogue::Refusal failed(const plugin::RunEnd& end, std::size_t rule,
                          const std::vector<Candidate>& candidates) {
  const std::string pointer = "/rules/" + std::to_string(rule);
  catalogue::Messages messages{{std::string(end.kind()), end.arguments(), pointer}};
  if (end.row && *end.row < candidates.size()) {
    const auto row = static_cast<std::size_t>(*end.row);
    messages.push_back({"plugin.of_candidate", {{"name", candidates[row].name}}, pointer});
  }
  return catalogue::Refusal(catalogue::RefusalKind::kConflict, std::move(messages));
}

}  // namespace

Findings run_rules(const plugin::InstalledPlugins& plugins,
                   const std::vector<const plugin::InstalledPlugin*>& rules,
                   const Scenario& scenario, const CatalogueView& view,
                   const std::vector<Candidate>& candidates, const std::string& as_of) {
  std::vector<std::string> columns;
  for (const auto* rule : rules) {
    columns.insert(columns.end(), rule->manifest.columns.begin(), rule->manifest.columns.end());
  }
  const auto table = candidate_table(view, candidates, columns);
  Findings findings;
  findings.not_eligible.resize(candidates.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto run = [&](const char* language) {
      plugin::RunOptions options;
      options.as_of = as_of;
      options.language = language;
      auto ended =
          plugin::run_rule(plugins, *rules[i], scenario.rules[i].parameters, table, options);
      if (const auto* end = std::get_if<plugin::RunEnd>(&ended)) throw failed(*end, i, candidates);
      return std::get<plugin::RuleResult>(std::move(ended));
    };
    const auto indonesian = run("id");
    add_findings(findings, rules[i]->manifest.id, indonesian, run("en"));
  }
  return findings;
}

}  // namespace pilah::registry
