// What has changed in a region since somebody last looked: enough to know what to read
// again, nothing of what it says.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct RegionChanges {
  std::int64_t revision = 0;  ///< the last that these are of
  /// Of the records that changed: "innovation", "selection"; "inbox": the caller is told
  /// something new by it.
  std::set<std::string> kinds;
  bool is_all = true;  ///< false: there are more behind
};

/// The changes behind revision `after`, a thousand at most. Anybody may ask.
RegionChanges region_changes(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, std::int64_t after);

}  // namespace pilah::registry
