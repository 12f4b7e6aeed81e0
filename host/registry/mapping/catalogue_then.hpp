// A region's innovations as they were at an earlier revision.
#pragma once

#include <cstdint>
#include <functional>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// Calls `take` with each innovation that there was then, by id, as it was then. What
/// has not changed since is read as it lies; the rest is unrolled through its history.
void each_innovation_then(store::Reader& reader, const catalogue::RegionCode& region,
                          std::int64_t revision,
                          const std::function<void(const catalogue::Innovation&)>& take);

}  // namespace pilah::registry
