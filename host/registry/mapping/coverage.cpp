#include "pilah/registry/mapping/coverage.hpp"

#include <algorithm>

#include "pilah/registry/search/innovation_counts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Organisation;
using catalogue::RegionCode;

Coverage coverage(const Environment& environment, const RegionCode& region) {
  const auto counts = innovation_counts(environment, region);
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
  environment.store.read([&](store::Reader& reader) {
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const Organisation& organisation = stored.record;
      const bool is_agency =
          organisation.kind == catalogue::OrganisationKind::kOpd && !organisation.valid_to;
      if (is_agency && count_of(counts.owners, organisation.id.text()) == 0) {
        picture.silent.push_back(organisation);
      }
      return true;
    });
  });
  std::sort(picture.silent.begin(), picture.silent.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });
  return picture;
}

}  // namespace pilah::registry
