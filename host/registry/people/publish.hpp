// What a region shows to everybody, read and decided.
#pragma once

#include "pilah/catalogue/publication.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// Open to everybody: what is public is no secret.
catalogue::Publication publication(const Environment& environment,
                                   const catalogue::RegionCode& region);

/// For the region's administrator; at once, and in the region's audit log. Throws
/// Refusal(kInvalid) for a field that no region can open, and for drafts.
catalogue::Publication publish(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region,
                               const catalogue::Publication& publication);

}  // namespace pilah::registry
