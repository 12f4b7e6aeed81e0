// How far each region of the host is, and its search index.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct RegionRevision {
  catalogue::RegionCode region;
  std::int64_t stored = 0;              ///< number of the last accepted change
  std::optional<std::int64_t> indexed;  ///< of those, what searches show; none: not built
};

/// By code. For whoever runs the host.
std::vector<RegionRevision> region_revisions(const Environment& environment, const Caller& caller);

}  // namespace pilah::registry
