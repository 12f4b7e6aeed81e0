// Importing plans (RPJMD, Renstra) as reference data that innovations link to.
#pragma once

#include <cstdint>
#include <string_view>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct PlanReport {
  std::int64_t plans_added = 0;
  std::int64_t plans_updated = 0;
  std::int64_t plans_unchanged = 0;
  std::int64_t items = 0;
  std::int64_t links_resolved = 0;  ///< links of innovations that now name an item
};

/// Reads {"plans": [{"kind", "organisation"?, "name", "period": [from, to],
/// "edition", "items": [{"code", "level", "name"}]}]}. A plan with the same
/// kind, organisation, name, period and edition is the same plan: new items are
/// added to it, and an item with a known level and code, or name where it has no
/// code, keeps its id; what the document leaves out stays, for innovations may
/// link to it. "source", "date" and "notes" are read over. Unresolved links of
/// innovations whose text is an item's code or name are resolved.
/// A later edition for the same years renews the one before: items with the same level and
/// code, or name, keep their ids, so that links go on; Refusal(kConflict), with nothing
/// changed, when an innovation links to an item that the later edition has not.
/// Throws Refusal(kInvalid) with JSON pointers.
PlanReport import_plans(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, std::string_view json);

}  // namespace pilah::registry
