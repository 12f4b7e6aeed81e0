// A region's innovations as they were at an earlier revision.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

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

/// The documents of one innovation at two revisions; empty: it was not there yet.
struct TwoVersions {
  std::string before;
  std::string after;
};

/// Calls `take` with each innovation that differs between the two revisions, by id. Costs
/// what has changed, not what there is.
void each_changed_innovation(store::Reader& reader, const catalogue::RegionCode& region,
                             std::int64_t from, std::int64_t to,
                             const std::function<void(const TwoVersions&)>& take);

}  // namespace pilah::registry
