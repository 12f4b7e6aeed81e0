#include "pilah/registry/mapping/coverage.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Organisation;
using catalogue::RegionCode;

Coverage coverage(const Environment& environment, const RegionCode& region) {
  Coverage picture;
  picture.region = region.text();
  std::unordered_map<std::string, std::size_t> place;
  for (const auto& area : environment.taxonomy.areas()) {
    place.emplace(area.key, picture.areas.size());
    picture.areas.push_back({area.key, area.dimension});
  }
  environment.store.read([&](store::Reader& reader) {
    picture.revision = reader.revision(region);
    std::set<catalogue::OrganisationId> registered;
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      const Innovation& innovation = stored.record;
      if (innovation.status == catalogue::Status::kArchived) return true;
      ++picture.innovations;
      if (innovation.owner) {
        registered.insert(*innovation.owner);
      } else {
        ++picture.without_owner;
      }
      bool mapped = false;
      for (const auto& mapping : innovation.mappings) {
        const auto at = place.find(mapping.area);
        if (!mapping.confirmed || at == place.end()) continue;
        AreaCoverage& area = picture.areas[at->second];
        ++(mapping.primary ? area.primary : area.secondary);
        mapped = mapped || mapping.primary;
      }
      if (!mapped) ++picture.unmapped;
      return true;
    });
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const Organisation& organisation = stored.record;
      const bool is_agency =
          organisation.kind == catalogue::OrganisationKind::kOpd && !organisation.valid_to;
      if (is_agency && registered.find(organisation.id) == registered.end()) {
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
