#include "pilah/registry/mapping/coverage.hpp"

#include <algorithm>

#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/innovation_counts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Organisation;
using catalogue::RegionCode;

namespace {

/// Agencies that own nothing of what was counted, by code.
std::vector<Organisation> silent_agencies(const Environment& environment, const RegionCode& region,
                                          const InnovationCounts& counts) {
  std::vector<Organisation> silent;
  environment.store.read([&](store::Reader& reader) {
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const Organisation& organisation = stored.record;
      const bool is_agency =
          organisation.kind == catalogue::OrganisationKind::kOpd && !organisation.valid_to;
      if (is_agency && count_of(counts.owners, organisation.id.text()) == 0) {
        silent.push_back(organisation);
      }
      return true;
    });
  });
  std::sort(silent.begin(), silent.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });
  return silent;
}

}  // namespace

Coverage coverage(const Environment& environment, const Caller& caller, const RegionCode& region) {
  const auto counts = innovation_counts(environment, caller, region);
  Coverage picture;
  picture.region = region.text();
  picture.revision = counts.revision;
  picture.innovations = static_cast<std::int64_t>(counts.innovations);
  picture.unmapped = static_cast<std::int64_t>(count_of(counts.primary_areas, ""));
  picture.without_owner = static_cast<std::int64_t>(count_of(counts.owners, ""));
  for (const auto& area : environment.taxonomy.areas()) {
    const std::size_t primary = count_of(counts.primary_areas, area.key);
    const std::size_t any = count_of(counts.areas, area.key);
    picture.areas.push_back({area.key, area.dimension, static_cast<std::int64_t>(primary),
                             static_cast<std::int64_t>(any - primary)});
  }
  if (may(caller, Deed::kReadInternal, {region, {}})) {
    picture.silent = silent_agencies(environment, region, counts);
  }
  return picture;
}

}  // namespace pilah::registry
