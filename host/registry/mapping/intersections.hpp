// Innovations that touch several dimensions: a matrix of pairs, and the list behind
// each cell.
//
// An innovation touches the dimensions of all its confirmed areas. Of what the
// caller sees, archived ones left out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// How many touch both; a dimension with itself: how many touch it at all.
struct DimensionPair {
  std::string first;  ///< keys, in the taxonomy's order
  std::string second;
  std::int64_t innovations = 0;
};

struct Intersections {
  std::int64_t revision = 0;         ///< of the region, that this shows
  std::vector<DimensionPair> pairs;  ///< 6 x 6, row by row, both halves
};
Intersections intersections(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region);

struct IntersectingInnovation {
  catalogue::InnovationId id;
  std::string name;
  std::string owner;               ///< the organisation's name; empty: none
  std::vector<std::string> areas;  ///< keys, confirmed, of either dimension
};

/// By name, `limit` (1 to 1,000) at most. Throws Refusal(kInvalid) for an unknown
/// dimension or a limit that is none.
std::vector<IntersectingInnovation> intersecting(const Environment& environment,
                                                 const Caller& caller,
                                                 const catalogue::RegionCode& region,
                                                 const std::string& first,
                                                 const std::string& second, std::size_t limit = 50);

}  // namespace pilah::registry
