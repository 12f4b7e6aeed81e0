#include "pilah/registry/choice/findings.hpp"

#include <algorithm>
#include <set>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/message.hpp"
#include "pilah/selection/score.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

std::optional<std::int64_t> wide(const std::optional<std::int32_t>& bound) {
  return bound ? std::optional<std::int64_t>(*bound) : std::nullopt;
}

void add_criteria(Findings& findings, const std::string& plugin,
                  const plugin::RuleResult& indonesian, const plugin::RuleResult& english) {
  const auto& described = indonesian.description.criteria;
  for (std::size_t c = 0; c < described.size(); ++c) {
    FoundCriterion found;
    found.rule = plugin;
    found.criterion = described[c].id;
    found.title = {described[c].title_id, described[c].title_en};
    found.zero = {described[c].zero_id, described[c].zero_en};
    found.one = {described[c].one_id, described[c].one_en};
    found.own_weight = described[c].default_weight;
    for (const auto& value : indonesian.values[c]) {
      found.values.push_back(value ? std::optional(selection::quantised(*value)) : std::nullopt);
    }
    for (std::size_t row = 0; row < indonesian.explanations.size(); ++row) {
      found.texts.push_back({indonesian.explanations[row][c], english.explanations[row][c]});
    }
    findings.criteria.push_back(std::move(found));
  }
}

void add_groups(Findings& findings, const std::string& plugin, const plugin::RuleResult& result) {
  const auto& described = result.description.groups;
  for (std::size_t g = 0; g < described.size(); ++g) {
    FoundGroup found;
    found.id = "rule:" + plugin + "/" + described[g].id;
    found.title = {described[g].title_id, described[g].title_en};
    found.default_min = wide(described[g].default_min);
    found.default_max = wide(described[g].default_max);
    for (const auto bits : result.groups) found.members.push_back(((bits >> g) & 1U) != 0);
    findings.groups.push_back(std::move(found));
  }
  for (const auto& joined : result.joined) {  // their names are all that is known of them
    FoundGroup found;
    found.id = "rule:" + plugin + "/" + joined.name;
    found.title = {joined.name, joined.name};
    found.members.resize(static_cast<std::size_t>(result.rows));
    for (const auto row : joined.rows) found.members[static_cast<std::size_t>(row)] = true;
    findings.groups.push_back(std::move(found));
  }
}

void check_rule_groups(const Findings& findings, const Scenario& scenario) {
  Messages wrong;
  std::string known;
  for (const auto& group : findings.groups) known += (known.empty() ? "" : ", ") + group.id;
  for (std::size_t i = 0; i < scenario.bounds.size(); ++i) {
    const auto& name = scenario.bounds[i].group;
    if (group_prefix(name) != "rule" || is_group_family(name)) continue;
    const bool there = std::any_of(findings.groups.begin(), findings.groups.end(),
                                   [&](const FoundGroup& group) { return group.id == name; });
    if (there) continue;
    wrong.push_back({"choice.scenario.unknown_rule_group",
                     {{"group", name}, {"known", known.empty() ? "-" : known}},
                     "/bounds/" + std::to_string(i) + "/group"});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

/// Criteria that the scenario names and no rule turned out to have.
void check_criteria(const Findings& findings, const Scenario& scenario) {
  std::set<std::string> known;
  for (const auto& criterion : findings.criteria) known.insert(criterion.id());
  std::string all;
  for (const auto& id : known) all += (all.empty() ? "" : ", ") + id;
  Messages wrong;
  const auto check = [&](const std::string& key, const std::string& part) {
    const auto slash = key.find('/');
    if (slash == std::string::npos || known.count(key) > 0) return;
    wrong.push_back({"choice.scenario.unknown_criterion",
                     {{"criterion", key}, {"known", all}},
                     "/" + part + "/" + std::string(key).replace(slash, 1, "~1")});
  };
  for (const auto& [key, weight] : scenario.weights) check(key, "weights");
  for (const auto& [key, means] : scenario.unknown) check(key, "unknown");
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

/// Of each weight that the scenario writes and the rule does not have.
void demand_grounds(const Findings& findings, const Scenario& scenario) {
  if (scenario.weighting) return;  // which has its own
  Messages wrong;
  for (const auto& criterion : findings.criteria) {
    const auto named = scenario.weights.find(criterion.id());
    if (named == scenario.weights.end() || named->second == criterion.own_weight) continue;
    if (scenario.weight_grounds.count(named->first) > 0) continue;
    wrong.push_back({"choice.scenario.weight_without_grounds",
                     {{"criterion", named->first},
                      {"weight", std::to_string(named->second)},
                      {"own", std::to_string(criterion.own_weight)}},
                     "/weights" + selection::pointer_step(named->first)});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

/// What an unknown value of the criterion counts; nothing: not eligible.
std::optional<std::int64_t> unknown_value(const FoundCriterion& criterion,
                                          const Scenario& scenario) {
  const UnknownMeans* means = scenario.unknown_means(criterion.id());
  return means ? means->assume : std::optional<std::int64_t>(0);
}

}  // namespace

void add_findings(Findings& findings, const std::string& plugin,
                  const plugin::RuleResult& indonesian, const plugin::RuleResult& english) {
  add_criteria(findings, plugin, indonesian, english);
  add_groups(findings, plugin, indonesian);
  if (!indonesian.description.rowwise) findings.not_rowwise = plugin;
  findings.not_eligible.resize(indonesian.not_eligible.size());
  for (std::size_t row = 0; row < indonesian.not_eligible.size(); ++row) {
    if (!indonesian.not_eligible[row]) continue;
    const auto& reason = indonesian.description.reasons[*indonesian.not_eligible[row]];
    findings.not_eligible[row].push_back(statement(
        "choice.not_eligible.rule",
        {{"rule", plugin}, {"reason", reason.id}, {"why", both(reason.text_id, reason.text_en)}}));
  }
}

void weigh(Findings& findings, Scenario& scenario, WeightGrounds grounds) {
  check_rule_groups(findings, scenario);
  check_criteria(findings, scenario);
  if (grounds == WeightGrounds::kDemanded) demand_grounds(findings, scenario);
  bool any = false;
  for (auto& criterion : findings.criteria) {
    const auto [named, is_new] = scenario.weights.try_emplace(criterion.id(), criterion.own_weight);
    criterion.weight = named->second;
    criterion.weighed_by_rule = is_new;
    any = any || criterion.weight > 0;
  }
  if (!any) {
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.no_weight", {}, "/weights"});
  }
}

namespace {

/// Of what the rules found about one row, without a score.
Judged valued(const Findings& findings, std::size_t row, const Scenario& scenario) {
  Judged judged;
  judged.not_eligible = findings.not_eligible[row];
  for (const auto& criterion : findings.criteria) {
    const auto counted =
        criterion.values[row] ? criterion.values[row] : unknown_value(criterion, scenario);
    judged.values.push_back(counted.value_or(0));
    if (counted) continue;
    judged.not_eligible.push_back(
        statement("choice.not_eligible.unknown_criterion", {{"criterion", both(criterion.title)}}));
  }
  return judged;
}

std::int64_t score_of(const Findings& findings, const Judged& judged) {
  std::vector<std::int64_t> weights;
  for (const auto& criterion : findings.criteria) weights.push_back(criterion.weight);
  return selection::score_of(weights, judged.values);
}

}  // namespace

Judged judge(const Findings& findings, std::size_t row, const Scenario& scenario) {
  Judged judged = valued(findings, row, scenario);
  judged.score = score_of(findings, judged);
  return judged;
}

std::vector<Judged> judge(const std::vector<Candidate>& candidates, const Findings& findings,
                          const Scenario& scenario) {
  auto all = valued(candidates, findings, scenario);
  for (auto& judged : all) judged.score = score_of(findings, judged);
  return all;
}

std::vector<Judged> valued(const std::vector<Candidate>& candidates, const Findings& findings,
                           const Scenario& scenario) {
  std::vector<Judged> all;
  all.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    all.push_back(valued(findings, i, scenario));
    auto& why = all.back().not_eligible;
    why.insert(why.begin(), candidates[i].not_eligible.begin(), candidates[i].not_eligible.end());
  }
  return all;
}

}  // namespace pilah::registry
