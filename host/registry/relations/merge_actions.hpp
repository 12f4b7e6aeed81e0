// By what words history tells a merge, and what merging and parting share.
#pragma once

#include <cstdint>
#include <string_view>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::store {
class Writer;
}

namespace pilah::registry {

inline constexpr std::string_view kMerged = "merged";  // the entry kept, and the relation
inline constexpr std::string_view kMergedAway = "merged away";
inline constexpr std::string_view kMoved = "moved by merge";
inline constexpr std::string_view kParted = "parted";

/// Rows of lists that brought `entry`, or what it replaced, and belong to `from` now
/// belong to `to`; answers how many.
std::int64_t move_origins(store::Writer& writer, const catalogue::RegionCode& region,
                          catalogue::InnovationId entry, catalogue::InnovationId from,
                          catalogue::InnovationId to);

}  // namespace pilah::registry
