// From a scenario to a stored selection: rules, problem, proven set, reasons.
// Planners choose; scenarios and selections are read by those who see the whole region.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::plugin {
class InstalledPlugins;
}

namespace pilah::registry {

struct SelectionEntry {
  catalogue::SelectionRecord selection;
  std::int64_t revision = 0;
};

/// The selection that select() would store, with these plugins, stored by nobody.
/// Throws as select() does.
catalogue::SelectionRecord preview(const Environment& environment, const Caller& caller,
                                   const plugin::InstalledPlugins& plugins,
                                   const catalogue::RegionCode& region,
                                   const boost::json::object& scenario, const std::string& as_of);

/// What is chosen when weights are moved, or anything else of a scenario: as select()
/// would have it, but stored by nobody and without an id. Nobody has to say why a weight is
/// not the rule's own, and no way in is told (ways/way_in.hpp). What the rules found is kept
/// in environment.kept_bases: of the same catalogue, rules and candidates it is not asked
/// for again. Throws as select() does.
catalogue::SelectionRecord tried(const Environment& environment, const Caller& caller,
                                 const catalogue::RegionCode& region,
                                 const boost::json::object& scenario,
                                 const std::string& as_of = {});

/// Reads the scenario document (docs/planner.md), runs its rule plugins in their
/// sandboxes on the region's candidates, builds the problem, solves it exactly
/// and stores the selection with the reasons of every candidate. `region` must
/// be the document's own when it names one. `as_of`: empty means today.
/// Throws Refusal(kInvalid) with a JSON pointer into the document,
/// Refusal(kConflict) when a rule plugin is not installed or its run failed
/// (the message says how it ended); then nothing is stored.
/// An infeasible scenario is a result, stored with its conflict.
SelectionEntry select(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, const boost::json::object& scenario,
                      const std::string& as_of = {});

/// Throws Refusal(kNotFound).
SelectionEntry selection(const Environment& environment, const Caller& caller,
                         const catalogue::RegionCode& region, catalogue::SelectionId id);
/// Newest first.
std::vector<SelectionEntry> selections(const Environment& environment, const Caller& caller,
                                       const catalogue::RegionCode& region);

/// The scenarios kept by name.
std::vector<catalogue::ScenarioRecord> scenarios(const Environment& environment,
                                                 const Caller& caller,
                                                 const catalogue::RegionCode& region);
/// Checks and keeps a scenario document; replaces the one with the same name.
catalogue::ScenarioRecord put_scenario(const Environment& environment, const Caller& caller,
                                       const catalogue::RegionCode& region,
                                       const boost::json::object& document);

}  // namespace pilah::registry
