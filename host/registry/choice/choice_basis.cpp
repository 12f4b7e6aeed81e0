#include "pilah/registry/choice/choice_basis.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/registry/choice/rule_runs.hpp"
#include "pilah/registry/plugins/plugin_failures.hpp"

namespace pilah::registry {

std::shared_ptr<const ChoiceBasis> choice_basis(
    const Environment& environment, CatalogueView view, const Scenario& scenario,
    const plugin::InstalledPlugins& plugins,
    const std::vector<const plugin::InstalledPlugin*>& rules, const std::string& as_of) {
  auto basis = std::make_shared<ChoiceBasis>();
  basis->view = std::move(view);
  basis->candidates = find_candidates(basis->view, scenario, environment.taxonomy);
  const auto& candidates = basis->candidates.all;
  basis->findings = run_rules(plugins, rules, scenario, basis->view, candidates, as_of,
                              [&](const plugin::InstalledPlugin& rule, const plugin::RunEnd& end) {
                                note_failure(environment, scenario.region, rule, end);
                              });
  basis->claims = counted_claims(basis->view, scenario, candidates, basis->findings,
                                 rules_again(plugins, rules, scenario, as_of));
  return basis;
}

std::string basis_key(std::int64_t revision, const Scenario& scenario,
                      const std::vector<const plugin::InstalledPlugin*>& rules,
                      const std::string& as_of) {
  const auto whole = scenario_json(scenario);
  boost::json::object key{{"revision", revision}, {"as_of", as_of}};
  for (const char* part : {"region", "round", "rules", "candidates", "values", "unknown"}) {
    if (const auto* value = whole.if_contains(part)) key[part] = *value;
  }
  boost::json::array digests;
  for (const auto* rule : rules) digests.emplace_back(rule->manifest.sha256);
  key["digests"] = std::move(digests);
  boost::json::array included;  // whatever their status
  for (const auto& one : scenario.include) included.emplace_back(one.id);
  key["include"] = std::move(included);
  return boost::json::serialize(key);
}

std::list<KeptBases::Kept>::iterator KeptBases::place_of(const std::string& key) {
  return std::find_if(kept_.begin(), kept_.end(),
                      [&key](const Kept& kept) { return kept.first == key; });
}

std::shared_ptr<const ChoiceBasis> KeptBases::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = place_of(key);
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().second;
}

void KeptBases::keep(std::string key, std::shared_ptr<const ChoiceBasis> basis) {
  const std::size_t entries = basis->view.innovations.size();
  const std::lock_guard lock(mutex_);
  if (entries > most_entries_ || place_of(key) != kept_.end()) return;
  kept_.emplace_front(std::move(key), std::move(basis));
  entries_ += entries;
  while (kept_.size() > most_ || entries_ > most_entries_) {
    entries_ -= kept_.back().second->view.innovations.size();
    kept_.pop_back();
  }
}

}  // namespace pilah::registry
