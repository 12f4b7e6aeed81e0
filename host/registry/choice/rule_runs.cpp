#include "pilah/registry/choice/rule_runs.hpp"

#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/registry/choice/counted_claims.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/columns/candidate_columns.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

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

std::vector<std::string> columns_of(const std::vector<const plugin::InstalledPlugin*>& rules) {
  std::vector<std::string> columns;
  for (const auto* rule : rules) {
    columns.insert(columns.end(), rule->manifest.columns.begin(), rule->manifest.columns.end());
  }
  return columns;
}

json::object failed_again(const plugin::RunEnd& end) {
  json::object arguments;
  for (const auto& [name, value] : end.arguments()) arguments[name] = value;
  return statement("choice.note.not_asked_again",
                   {{"why", statement(end.kind(), std::move(arguments))}});
}

}  // namespace

Findings run_rules(const plugin::InstalledPlugins& plugins,
                   const std::vector<const plugin::InstalledPlugin*>& rules,
                   const Scenario& scenario, const CatalogueView& view,
                   const std::vector<Candidate>& candidates, const std::string& as_of,
                   const RunFailed& tell) {
  const auto table = candidate_table(view, candidates, columns_of(rules), withheld_by(scenario));
  Findings findings;
  findings.not_eligible.resize(candidates.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto run = [&](const char* language) {
      plugin::RunOptions options;
      options.as_of = as_of;
      options.language = language;
      auto ended =
          plugin::run_rule(plugins, *rules[i], scenario.rules[i].parameters, table, options);
      if (const auto* end = std::get_if<plugin::RunEnd>(&ended)) {
        if (tell) tell(*rules[i], *end);
        throw failed(*end, i, candidates);
      }
      return std::get<plugin::RuleResult>(std::move(ended));
    };
    const auto indonesian = run("id");
    add_findings(findings, rules[i]->manifest.id, indonesian, run("en"));
  }
  return findings;
}

RulesAgain rules_again(const plugin::InstalledPlugins& plugins,
                       const std::vector<const plugin::InstalledPlugin*>& rules,
                       const Scenario& scenario, const std::string& as_of) {
  RulesAgain again{columns_of(rules), as_of, {}};
  again.ask = [&, as_of](const plugin::ColumnTable& table) -> RulesAgain::Answer {
    Findings findings;
    findings.not_eligible.resize(table.rows());
    plugin::RunOptions options;
    options.as_of = as_of;
    options.explain = false;
    options.try_again = false;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const auto ended =
          plugin::run_rule(plugins, *rules[i], scenario.rules[i].parameters, table, options);
      if (const auto* end = std::get_if<plugin::RunEnd>(&ended)) return failed_again(*end);
      const auto& found = std::get<plugin::RuleResult>(ended);
      add_findings(findings, rules[i]->manifest.id, found, found);
    }
    return findings;
  };
  return again;
}

}  // namespace pilah::registry
