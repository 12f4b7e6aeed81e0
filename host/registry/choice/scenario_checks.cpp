#include "pilah/registry/choice/scenario_checks.hpp"

#include <algorithm>
#include <set>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/words.hpp"
#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/package/parameters.hpp"
#include "pilah/selection/message.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr const char* kRuleTable = "pilah.rule/1";

std::string listed(const std::set<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all.empty() ? "-" : all;
}

Refusal not_installed(const ScenarioRule& rule, const plugin::InstalledPlugins& plugins,
                      const std::string& pointer) {
  std::set<std::string> rules;
  std::set<std::string> versions;
  for (const auto& each : plugins.all()) {
    if (each.manifest.offers_table(kRuleTable)) rules.insert(each.manifest.id);
    if (each.manifest.id == rule.plugin) versions.insert(each.manifest.version);
  }
  if (versions.empty()) {
    return Refusal(RefusalKind::kConflict,
                   Message{"choice.rule_not_installed",
                           {{"plugin", rule.plugin}, {"known", listed(rules)}},
                           pointer + "/plugin"});
  }
  return Refusal(
      RefusalKind::kConflict,
      Message{"choice.rule_version_not_installed",
              {{"plugin", rule.plugin}, {"version", rule.version}, {"known", listed(versions)}},
              pointer + "/version"});
}

/// Every "plugin/criterion" that the scenario names must be there.
void check_criteria(const Scenario& scenario,
                    const std::vector<const plugin::InstalledPlugin*>& rules, Messages& wrong) {
  std::set<std::string> known;
  std::set<std::string> told_later;  // rules whose criteria follow from parameters
  for (const auto* rule : rules) {
    if (rule->manifest.criteria.empty()) told_later.insert(rule->manifest.id);
    for (const auto& criterion : rule->manifest.criteria) {
      known.insert(rule->manifest.id + "/" + criterion);
    }
  }
  const auto check = [&](const std::string& key, const std::string& pointer) {
    if (key.find('/') == std::string::npos || known.count(key) > 0) return;
    if (told_later.count(key.substr(0, key.find('/'))) > 0) return;  // weigh() looks at it
    wrong.push_back({"choice.scenario.unknown_criterion",
                     {{"criterion", key}, {"known", listed(known)}},
                     pointer});
  };
  const auto step = [](const std::string& key) { return selection::pointer_step(key); };
  for (const auto& [key, weight] : scenario.weights) check(key, "/weights" + step(key));
  for (const auto& [key, means] : scenario.unknown) check(key, "/unknown" + step(key));
  if (!scenario.weighting) return;
  for (const auto& named : scenario.weighting->named) check(named.criterion, named.pointer);
}

class NameChecks {
 public:
  NameChecks(const Scenario& scenario, store::Reader& reader, const catalogue::Taxonomy& taxonomy)
      : scenario_(scenario), reader_(reader), taxonomy_(taxonomy) {}

  Messages wrong() {
    for (std::size_t i = 0; i < scenario_.bounds.size(); ++i) {
      check_group(scenario_.bounds[i].group, "/bounds/" + std::to_string(i) + "/group");
    }
    for (std::size_t i = 0; i < scenario_.coverage.size(); ++i) {
      const auto& coverage = scenario_.coverage[i];
      const std::string pointer = "/coverage/" + std::to_string(i);
      check_group(coverage.groups, pointer + "/groups");
      check_reachable(coverage, pointer + "/min");
    }
    check_ids(scenario_.include, "/include/");
    check_ids(scenario_.exclude, "/exclude/");
    return std::move(wrong_);
  }

 private:
  void say(const char* kind, const std::string& group, const std::set<std::string>& known,
           const std::string& pointer) {
    wrong_.push_back({kind, {{"group", group}, {"known", listed(known)}}, pointer});
  }

  void check_group(const std::string& group, const std::string& pointer) {
    if (is_group_family(group)) return;
    const auto prefix = group_prefix(group);
    const auto key = std::string(group_key(group));
    if (prefix == "dimension" && !taxonomy_.dimension(key)) {
      std::set<std::string> known;
      for (const auto& dimension : taxonomy_.dimensions()) known.insert(dimension.key);
      say("choice.scenario.unknown_dimension", group, known, pointer);
    } else if (prefix == "area" && !taxonomy_.area(key)) {
      std::set<std::string> known;
      for (const auto& area : taxonomy_.areas()) known.insert(area.key);
      say("choice.scenario.unknown_area", group, known, pointer);
    } else if (prefix == "organisation" && organisations().count(key) == 0) {
      say("choice.scenario.unknown_organisation", group, {}, pointer);
    } else if (prefix == "rule") {
      check_rule_group(group, key, pointer);
    }
  }

  /// Which groups a rule has is told by its library alone, so here its name only.
  void check_rule_group(const std::string& group, const std::string& key,
                        const std::string& pointer) {
    std::set<std::string> rules;
    for (const auto& rule : scenario_.rules) rules.insert(rule.plugin);
    if (rules.count(key.substr(0, key.find('/'))) > 0) return;
    say("choice.scenario.group_of_no_rule", group, rules, pointer);
  }

  void check_reachable(const ScenarioCoverage& coverage, const std::string& pointer) {
    const auto prefix = group_prefix(coverage.groups);
    std::size_t most = 0;
    if (prefix == "dimension") {
      most = taxonomy_.dimensions().size();
    } else if (prefix == "area") {
      most = taxonomy_.areas().size();
    } else {
      return;
    }
    if (coverage.min <= static_cast<std::int64_t>(most)) return;
    wrong_.push_back({"choice.scenario.coverage_beyond",
                      {{"groups", coverage.groups},
                       {"min", std::to_string(coverage.min)},
                       {"most", std::to_string(most)}},
                      pointer});
  }

  void check_ids(const std::vector<ScenarioForced>& forced, const char* list) {
    for (std::size_t i = 0; i < forced.size(); ++i) {
      if (is_there(forced[i].id)) continue;
      wrong_.push_back({"choice.scenario.unknown_id",
                        {{"id", forced[i].id}, {"region", scenario_.region.text()}},
                        list + std::to_string(i) + "/id"});
    }
  }

  bool is_there(const std::string& id) {
    const auto uuid = catalogue::Uuid::parse(id);
    if (!uuid) return false;
    const auto entry =
        reader_.find<catalogue::Innovation>(scenario_.region, catalogue::InnovationId{*uuid});
    if (entry) return entry->record.status != catalogue::Status::kArchived;
    return reader_.find<catalogue::Package>(scenario_.region, catalogue::PackageId{*uuid})
        .has_value();
  }

  const std::set<std::string>& organisations() {
    if (organisations_.empty()) {
      reader_.each<catalogue::Organisation>(
          scenario_.region, [&](const store::Stored<catalogue::Organisation>& stored) {
            organisations_.insert(stored.record.code);
            return true;
          });
    }
    return organisations_;
  }

  const Scenario& scenario_;
  store::Reader& reader_;
  const catalogue::Taxonomy& taxonomy_;
  std::set<std::string> organisations_;
  Messages wrong_;
};

}  // namespace

std::vector<const plugin::InstalledPlugin*> resolve_rules(Scenario& scenario,
                                                          const plugin::InstalledPlugins& plugins) {
  std::vector<const plugin::InstalledPlugin*> rules;
  Messages wrong;
  for (std::size_t i = 0; i < scenario.rules.size(); ++i) {
    auto& rule = scenario.rules[i];
    const std::string pointer = "/rules/" + std::to_string(i);
    const auto* found = plugins.find(rule.plugin, rule.version);
    if (!found) throw not_installed(rule, plugins, pointer);
    if (!found->manifest.offers_table(kRuleTable)) {
      throw Refusal(
          RefusalKind::kInvalid,
          Message{"choice.scenario.not_a_rule", {{"plugin", rule.plugin}}, pointer + "/plugin"});
    }
    rule.version = found->manifest.version;
    for (const auto& problem :
         plugin::complete_parameters(found->manifest.parameters, rule.parameters)) {
      wrong.push_back({"choice.scenario.parameter",
                       {{"plugin", rule.plugin},
                        {"what", problem.what},
                        {"limit", problem.limit},
                        {"found", problem.found}},
                       pointer + "/parameters" + problem.pointer});
    }
    rules.push_back(found);
  }
  check_criteria(scenario, rules, wrong);
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
  return rules;
}

std::optional<catalogue::Round> resolve_round(Scenario& scenario, store::Reader& reader) {
  if (scenario.round.empty()) return std::nullopt;
  const std::string wanted = catalogue::plain_words(scenario.round);
  std::vector<catalogue::Round> named;
  std::set<std::string> known;
  reader.each<catalogue::Round>(
      scenario.region, [&](const store::Stored<catalogue::Round>& stored) {
        const auto& round = stored.record;
        known.insert(round.name);
        const bool is_it =
            round.id.text() == scenario.round || catalogue::plain_words(round.name) == wanted;
        if (is_it) named.push_back(round);
        return true;
      });
  if (named.size() == 1) {
    scenario.round = named.front().id.text();
    return std::move(named.front());
  }
  throw Refusal(
      RefusalKind::kInvalid,
      Message{named.empty() ? "choice.scenario.unknown_round" : "choice.scenario.round_ambiguous",
              {{"round", scenario.round}, {"known", listed(known)}},
              "/round"});
}

void check_names(const Scenario& scenario, store::Reader& reader,
                 const catalogue::Taxonomy& taxonomy) {
  auto wrong = NameChecks(scenario, reader, taxonomy).wrong();
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

}  // namespace pilah::registry
