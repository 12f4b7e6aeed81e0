#include "rule_table.hpp"

#include <cmath>

#include "pilah/plugin/package/parameters.hpp"
#include "support/catch.hpp"

namespace pilah::tests {

using plugin::ColumnBuffer;
using plugin::ColumnLayout;
using plugin::ColumnTable;
using plugin::InstalledPlugins;
using plugin::RuleResult;

namespace {

template <class T>
std::optional<T> value_of(const Candidate& candidate, const std::string& column) {
  const auto found = candidate.find(column);
  if (found == candidate.end()) return std::nullopt;
  return std::get<T>(found->second);  // another type: the test is wrong
}

void add(ColumnBuffer& column, const Candidate& candidate) {
  const std::string& id = column.kind().id;
  switch (column.kind().layout) {
    case ColumnLayout::kDouble:
      return column.add_number(value_of<double>(candidate, id));
    case ColumnLayout::kInt64:
      return column.add_integer(value_of<std::int64_t>(candidate, id));
    case ColumnLayout::kBool:
      return column.add_bool(value_of<bool>(candidate, id));
    case ColumnLayout::kText:
      const auto text = value_of<std::string>(candidate, id);
      return column.add_text(text ? std::optional<std::string_view>(*text) : std::nullopt);
  }
}

}  // namespace

RuleTable::RuleTable(const char* id, const std::vector<Candidate>& candidates,
                     boost::json::object parameters) {
  static const InstalledPlugins plugins(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  const auto* rule = plugins.find(id);
  REQUIRE(rule);
  REQUIRE(plugin::complete_parameters(rule->manifest.parameters, parameters).empty());
  ColumnTable table(plugin::innovation_columns());
  for (const auto& candidate : candidates) {
    for (const auto& [column, value] : candidate) {
      CAPTURE(column);
      REQUIRE(table.find(column));
    }
    for (auto& column : table.columns()) add(column, candidate);
  }
  plugin::RunOptions options;
  options.as_of = "2026-01-01";
  auto ended = plugin::run_rule(plugins, *rule, parameters, table, options);
  REQUIRE(std::holds_alternative<RuleResult>(ended));
  result_ = std::get<RuleResult>(std::move(ended));
}

std::optional<double> RuleTable::value(const char* criterion, std::size_t row) const {
  const auto& criteria = result_.description.criteria;
  for (std::size_t c = 0; c < criteria.size(); ++c) {
    if (criteria[c].id == criterion) return result_.values[c].at(row);
  }
  throw std::invalid_argument(std::string("no criterion ") + criterion);
}

std::string RuleTable::not_eligible(std::size_t row) const {
  const auto& reason = result_.not_eligible.at(row);
  return reason ? result_.description.reasons.at(*reason).id : "";
}

std::vector<std::string> RuleTable::groups(std::size_t row) const {
  std::vector<std::string> ids;
  const auto& groups = result_.description.groups;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (((result_.groups.at(row) >> g) & 1U) != 0) ids.push_back(groups[g].id);
  }
  return ids;
}

void check_cases(const char* plugin, const std::vector<RuleCase>& cases,
                 const boost::json::object& parameters) {
  std::vector<Candidate> candidates;
  for (const auto& one : cases) candidates.push_back(one.candidate);
  const RuleTable table(plugin, candidates, parameters);
  for (std::size_t row = 0; row < cases.size(); ++row) {
    const auto value = table.value(cases[row].criterion, row);
    CAPTURE(row, cases[row].criterion);
    REQUIRE(value.has_value() == cases[row].value.has_value());
    if (value) CHECK(std::abs(*value - *cases[row].value) < 1e-12);
  }
}

}  // namespace pilah::tests
