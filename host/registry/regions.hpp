// The regions of this host.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// Adds the region that `code` names (catalogue::RegionDirectory::resolve tells
/// how) and answers it; does nothing when it is there already.
/// Throws Refusal(kInvalid) for an unknown or ambiguous code. For the host's administrator.
catalogue::Region add_region(const Environment& environment, const Caller& caller,
                             std::string_view code, std::string_view name = {});

/// The same of a Kemendagri code that somebody fills in: a code that is wrong, and a region that
/// is there already (kConflict), are refused at /code.
catalogue::Region add_new_region(const Environment& environment, const Caller& caller,
                                 std::string_view code);

/// The regions of this host, by code; the holding list "00" last, once it is there.
/// Open to everybody, as are the next two.
std::vector<catalogue::Region> regions(const Environment& environment);

/// What a caller would get of a region: at equal versions the same.
struct RegionVersion {
  std::int64_t revision = 0;  ///< the number of its last accepted change; 0: none yet
  std::string view;           ///< mark_of() the caller's sight
};
RegionVersion region_version(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region);

/// The region a command means: `code` when it is given, else the only one.
/// Throws Refusal(kNotFound) when it is not of this host, Refusal(kInvalid)
/// when none is given and there are several.
catalogue::RegionCode chosen_region(const Environment& environment, std::string_view code);

}  // namespace pilah::registry
