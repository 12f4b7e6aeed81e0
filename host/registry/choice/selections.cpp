#include "pilah/registry/choice/selections.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/choice_basis.hpp"
#include "pilah/registry/choice/result_of.hpp"
#include "pilah/registry/choice/rule_runs.hpp"
#include "pilah/registry/choice/scenario_checks.hpp"
#include "pilah/registry/choice/seals_told.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::ScenarioRecord;
using catalogue::SelectionRecord;

namespace {

void demand_region(store::Reader& reader, const RegionCode& region) {
  if (reader.region(region)) return;
  throw Refusal(RefusalKind::kNotFound,
                Message{"region.not_of_this_host", {{"code", region.text()}}, ""});
}

void require_rules_enabled(store::Reader& reader, const RegionCode& region,
                           const std::vector<const plugin::InstalledPlugin*>& rules) {
  const auto record = reader.region(region);
  for (std::size_t i = 0; record && i < rules.size(); ++i) {
    require_enabled(*record, *rules[i], "/rules/" + std::to_string(i) + "/plugin");
  }
}

/// The day that the rules take for today.
std::string day_of(const Environment& environment, const std::string& as_of) {
  if (as_of.empty()) return environment.today();
  const auto day = catalogue::PartialDate::parse(as_of);
  if (day && day->day != 0) return as_of;
  throw Refusal(RefusalKind::kInvalid,
                Message{"choice.as_of_malformed", {{"as_of", as_of}}, "/as_of"});
}

std::vector<catalogue::PluginUse> uses_of(
    const std::vector<const plugin::InstalledPlugin*>& rules) {
  std::vector<catalogue::PluginUse> uses;
  uses.reserve(rules.size());
  for (const auto* rule : rules) {
    uses.push_back({rule->manifest.id, rule->manifest.version, rule->manifest.sha256});
  }
  return uses;
}

/// Newest first: ids rise with time.
template <class Record>
std::vector<store::Stored<Record>> newest_first(const Environment& environment,
                                                const RegionCode& region) {
  std::vector<store::Stored<Record>> all;
  environment.store.read([&](store::Reader& reader) {
    demand_region(reader, region);
    all = reader.all<Record>(region);
  });
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return b.record.id < a.record.id; });
  return all;
}

/// A scenario, held against the plugins and the catalogue that are there.
struct Opened {
  Scenario scenario;
  std::string as_of;
  std::vector<const plugin::InstalledPlugin*> rules;
  std::optional<catalogue::Round> round;
  std::vector<SealEntry> seals;
};

Opened open_scenario(const Environment& environment, const plugin::InstalledPlugins& plugins,
                     const RegionCode& region, const boost::json::object& document,
                     const std::string& as_of) {
  Opened opened;
  opened.scenario = read_scenario(document, region);
  opened.as_of = day_of(environment, as_of);
  opened.rules = resolve_rules(opened.scenario, plugins);
  return opened;
}

void hold_against(store::Reader& reader, const catalogue::Taxonomy& taxonomy, Opened& opened) {
  const auto& region = opened.scenario.region;
  opened.round = resolve_round(opened.scenario, reader);
  if (opened.round) opened.seals = stored_seals(reader, region, opened.round->id);
  check_names(opened.scenario, reader, taxonomy);
  require_rules_enabled(reader, region, opened.rules);
}

/// `again`: the rules, where ways in are to be found.
SelectionRecord chosen(const Environment& environment, Opened opened, const ChoiceBasis& basis,
                       WeightGrounds grounds, const RulesAgain& again) {
  auto& scenario = opened.scenario;
  const auto& candidates = basis.candidates.all;
  Findings findings = basis.findings;
  derive_weights(scenario, findings, candidates);
  weigh(findings, scenario, grounds);
  auto judged = judge(candidates, findings, scenario);
  const GroupWords words(environment.taxonomy, basis.view, findings);
  auto problem = problem_of(basis.view, scenario, candidates, findings, judged, words);
  SelectionRecord record;
  record.result = result_of(basis.view, scenario, basis.candidates, findings, judged, problem,
                            words, basis.claims, again);
  tell_weights(scenario, findings, record.result);
  tell_seals(opened.seals, scenario, findings, record.result);
  record.region = scenario.region;
  record.name = scenario.name;
  record.as_of = std::move(opened.as_of);
  record.catalogue_revision = basis.view.revision;
  record.plugins = uses_of(opened.rules);
  record.scenario = scenario_json(scenario);
  record.problem = std::move(problem.document);
  return record;
}

}  // namespace

SelectionRecord preview(const Environment& environment, const Caller& caller,
                        const plugin::InstalledPlugins& plugins, const RegionCode& region,
                        const boost::json::object& document, const std::string& as_of) {
  require(caller, Deed::kChoose, {region, {}});
  auto asked = open_scenario(environment, plugins, region, document, as_of);
  CatalogueView view;
  environment.store.read([&](store::Reader& reader) {
    demand_region(reader, region);
    hold_against(reader, environment.taxonomy, asked);
    view = read_catalogue(reader, region, asked.round);
  });
  const auto basis =
      choice_basis(environment, std::move(view), asked.scenario, plugins, asked.rules, asked.as_of);
  // Refers to the scenario as it was asked for.
  const auto again = rules_again(plugins, asked.rules, asked.scenario, asked.as_of);
  auto record = chosen(environment, asked, *basis, WeightGrounds::kDemanded, again);
  record.id = catalogue::SelectionId{environment.new_uuid()};
  return record;
}

SelectionRecord tried(const Environment& environment, const Caller& caller,
                      const RegionCode& region, const boost::json::object& document,
                      const std::string& as_of) {
  require(caller, Deed::kChoose, {region, {}});
  const auto plugins = environment.plugins.plugins();
  auto asked = open_scenario(environment, *plugins, region, document, as_of);
  std::string key;
  std::shared_ptr<const ChoiceBasis> basis;
  CatalogueView view;
  environment.store.read([&](store::Reader& reader) {
    demand_region(reader, region);
    hold_against(reader, environment.taxonomy, asked);
    key = basis_key(reader.revision(region), asked.scenario, asked.rules, asked.as_of);
    if (environment.kept_bases) basis = environment.kept_bases->find(key);
    if (!basis) view = read_catalogue(reader, region, asked.round);
  });
  if (!basis) {
    basis = choice_basis(environment, std::move(view), asked.scenario, *plugins, asked.rules,
                         asked.as_of);
    if (environment.kept_bases) environment.kept_bases->keep(std::move(key), basis);
  }
  auto not_asked = rules_again(*plugins, asked.rules, asked.scenario, asked.as_of);
  not_asked.ask = nullptr;
  return chosen(environment, asked, *basis, WeightGrounds::kNotAsked, not_asked);
}

SelectionEntry select(const Environment& environment, const Caller& caller,
                      const RegionCode& region, const boost::json::object& document,
                      const std::string& as_of) {
  // Held to the end: what is installed or removed meanwhile disturbs nothing.
  const auto plugins = environment.plugins.plugins();
  SelectionEntry entry;
  entry.selection = preview(environment, caller, *plugins, region, document, as_of);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    entry.revision = writer.put(entry.selection, "selected");
  });
  return entry;
}

SelectionEntry selection(const Environment& environment, const Caller& caller,
                         const RegionCode& region, catalogue::SelectionId id) {
  require(caller, Deed::kReadInternal, {region, {}});
  SelectionEntry entry;
  environment.store.read([&](store::Reader& reader) {
    auto stored = reader.find<SelectionRecord>(region, id);
    if (!stored) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"choice.selection_not_found", {{"id", id.text()}}, ""});
    }
    entry = {std::move(stored->record), stored->revision};
  });
  return entry;
}

std::vector<SelectionEntry> selections(const Environment& environment, const Caller& caller,
                                       const RegionCode& region) {
  require(caller, Deed::kReadInternal, {region, {}});
  std::vector<SelectionEntry> entries;
  for (auto& stored : newest_first<SelectionRecord>(environment, region)) {
    entries.push_back({std::move(stored.record), stored.revision});
  }
  return entries;
}

std::vector<ScenarioRecord> scenarios(const Environment& environment, const Caller& caller,
                                      const RegionCode& region) {
  require(caller, Deed::kReadInternal, {region, {}});
  std::vector<ScenarioRecord> records;
  for (auto& stored : newest_first<ScenarioRecord>(environment, region)) {
    records.push_back(std::move(stored.record));
  }
  std::stable_sort(records.begin(), records.end(),
                   [](const auto& a, const auto& b) { return a.name < b.name; });
  return records;
}

ScenarioRecord put_scenario(const Environment& environment, const Caller& caller,
                            const RegionCode& region, const boost::json::object& document) {
  require(caller, Deed::kChoose, {region, {}});
  Scenario scenario = read_scenario(document, region);
  if (!document.contains("name") || document.at("name").as_string().empty()) {
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.name_missing", {}, "/name"});
  }
  const auto plugins = environment.plugins.plugins();
  const auto rules = resolve_rules(scenario, *plugins);
  ScenarioRecord record;
  const catalogue::ScenarioId new_id{environment.new_uuid()};
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    demand_region(writer, region);
    require_rules_enabled(writer, region, rules);
    resolve_round(scenario, writer);
    check_names(scenario, writer, environment.taxonomy);
    record = {new_id, region, scenario.name, document};
    bool is_new = true;
    writer.each<ScenarioRecord>(region, [&](const store::Stored<ScenarioRecord>& stored) {
      if (stored.record.name != record.name) return true;
      record.id = stored.record.id;
      is_new = false;
      return false;
    });
    writer.put(record, is_new ? "added" : "changed");
  });
  return record;
}

}  // namespace pilah::registry
