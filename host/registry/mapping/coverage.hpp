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

struct CoverageOf {
  std::optional<catalogue::RoundId> round = {};         ///< as it was frozen; none: as it is
  std::optional<catalogue::OrganisationId> owner = {};  ///< of what it owns alone
};

/// Of what the caller sees. Of a round, agencies that had registered nothing are those of
/// today; of one owner none are told. Throws Refusal(kNotFound) for a round that is none,
/// Refusal(kConflict) for one that is not frozen.
Coverage coverage(const Environment& environment, const Caller& caller,
                  const catalogue::RegionCode& region, const CoverageOf& of = {});

}  // namespace pilah::registry
