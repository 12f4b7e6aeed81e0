#include "pilah/registry/intake/region_indexes.hpp"

#include "pilah/registry/intake/row_region.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Region;
using catalogue::RegionCode;

Region region_with(const Environment& environment, const RegionCode& code) {
  std::optional<Region> region;
  environment.store.read([&](store::Reader& reader) { region = reader.region(code); });
  if (region) return *region;
  const Region* known = environment.directory.find(code);
  return known ? *known : holding_region();
}

RegionIndexes::Indexes& RegionIndexes::of(const RegionCode& region) {
  const std::lock_guard lock(mutex_);
  const auto known = by_region_.find(region);
  if (known != by_region_.end()) return known->second;
  std::vector<catalogue::Organisation> organisations;
  std::vector<catalogue::Plan> plans;
  environment_.store.read([&](store::Reader& reader) {
    if (!reader.region(region)) return;
    for (auto& stored : reader.all<catalogue::Organisation>(region)) {
      organisations.push_back(std::move(stored.record));
    }
    for (auto& stored : reader.all<catalogue::Plan>(region)) {
      plans.push_back(std::move(stored.record));
    }
  });
  auto index = std::make_unique<OrganisationIndex>(region_with(environment_, region),
                                                   std::move(organisations));
  return by_region_.emplace(region, Indexes{std::move(index), PlanIndex(plans)}).first->second;
}

OrganisationIndex& RegionIndexes::organisations(const RegionCode& region) {
  return *of(region).organisations;
}

const PlanIndex& RegionIndexes::plans(const RegionCode& region) { return of(region).plans; }

}  // namespace pilah::registry
