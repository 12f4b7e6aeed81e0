// The plans of a region as reference data: each edition with its items, and linking an
// innovation to one of them. They come in by intake/import_plans.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "pilah/catalogue/plan.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/innovations.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

struct PlanEntry {
  catalogue::Plan plan;
  std::string organisation;  ///< whose Renstra; empty: the region's RPJMD
  std::int64_t revision = 0;
};

/// RPJMD first, then by organisation; of each the last edition first. For who works in
/// the region.
std::vector<PlanEntry> plans(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region);

/// Of each plan the last edition: that of the latest period, then of the highest number.
std::vector<catalogue::Plan> last_editions(store::Reader& reader,
                                           const catalogue::RegionCode& region);

/// Links the innovation to the item; a link of that kind without an item, if it has one,
/// is what becomes resolved. Rights and errors are those of a change of the innovation;
/// Refusal(kInvalid) for an item of no plan of its region.
InnovationEntry link_to_plan(const Environment& environment, const Caller& caller,
                             catalogue::InnovationId innovation, catalogue::PlanItemId item);

}  // namespace pilah::registry
