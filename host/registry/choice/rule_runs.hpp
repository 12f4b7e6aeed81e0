// Runs a scenario's rules, each in a process of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pilah/registry/choice/rules_again.hpp"

namespace pilah::plugin {
class InstalledPlugins;
struct InstalledPlugin;
struct RunEnd;
}  // namespace pilah::plugin

namespace pilah::registry {

/// Told of each run that failed.
using RunFailed = std::function<void(const plugin::InstalledPlugin&, const plugin::RunEnd&)>;

/// Throws Refusal(kConflict), pointing at the rule, when a run failed; the
/// message says how it ended (registry-data/messages/plugin.json).
/// Requires: `rules` are those of the scenario, in their order.
Findings run_rules(const plugin::InstalledPlugins& plugins,
                   const std::vector<const plugin::InstalledPlugin*>& rules,
                   const Scenario& scenario, const CatalogueView& view,
                   const std::vector<Candidate>& candidates, const std::string& as_of,
                   const RunFailed& tell = {});

/// The same rules, for further rows: in one language, without explanations; a run
/// that fails is told, not thrown. Refers to all that it is given.
RulesAgain rules_again(const plugin::InstalledPlugins& plugins,
                       const std::vector<const plugin::InstalledPlugin*>& rules,
                       const Scenario& scenario, const std::string& as_of);

}  // namespace pilah::registry
