// The picture of a region: how its innovations cover the six dimensions and 18 areas.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct AreaCoverage {
  std::string area;
  std::string dimension;
  std::int64_t primary = 0;    ///< innovations whose confirmed primary area it is
  std::int64_t secondary = 0;  ///< confirmed, not primary
  bool hole() const { return primary == 0 && secondary == 0; }
};

struct Coverage {
  std::string region;
  std::int64_t revision = 0;        ///< of the region, that this picture shows
  std::vector<AreaCoverage> areas;  ///< all 18, in the taxonomy's order
  std::int64_t innovations = 0;     ///< not archived
  std::int64_t unmapped = 0;        ///< without a confirmed primary area
  std::int64_t without_owner = 0;
  /// Agencies that have registered nothing; none told to who does not see all entries.
  std::optional<std::vector<catalogue::Organisation>> silent;
};

/// Of what the caller sees.
Coverage coverage(const Environment& environment, const Caller& caller,
                  const catalogue::RegionCode& region);

}  // namespace pilah::registry
