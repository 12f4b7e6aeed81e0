// What a scenario names, held against what is there: plugins, organisations,
// areas, entries. Errors: Refusal with JSON pointers into the document.
#pragma once

#include <optional>
#include <vector>

#include "pilah/catalogue/round.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/choice/scenario.hpp"

namespace pilah::plugin {
class InstalledPlugins;
struct InstalledPlugin;
}  // namespace pilah::plugin
namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// Finds the plugin of each rule, in their order, and fills in versions and
/// parameters left out. Refusal(kConflict): a plugin, or that version of it, is
/// not installed; Refusal(kInvalid): it is no rule, its parameters do not meet
/// its schema, or it has no such criterion. The answers live as long as `plugins`.
std::vector<const plugin::InstalledPlugin*> resolve_rules(Scenario& scenario,
                                                          const plugin::InstalledPlugins& plugins);

/// The round that the scenario names by id or name, its id filled in; nothing: it names none.
/// Refusal(kInvalid): there is no such round, or several have that name.
std::optional<catalogue::Round> resolve_round(Scenario& scenario, store::Reader& reader);

/// Refusal(kInvalid) when a group, an organisation, an entry or a package that
/// the scenario names is not there.
void check_names(const Scenario& scenario, store::Reader& reader,
                 const catalogue::Taxonomy& taxonomy);

}  // namespace pilah::registry
