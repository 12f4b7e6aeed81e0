#include "pilah/registry/search/region_revisions.hpp"

#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

std::vector<RegionRevision> region_revisions(const Environment& environment, const Caller& caller) {
  require(caller, Deed::kAdministerHost, {});
  std::vector<RegionRevision> all;
  environment.store.read([&](store::Reader& reader) {
    for (auto& [region, stored] : reader.revisions()) all.push_back({region, stored, {}});
  });
  if (!environment.index) return all;
  for (auto& each : all) each.indexed = environment.index->index().current_to(each.region);
  return all;
}

}  // namespace pilah::registry
