// The working groups of a region, one or more per dimension, each with the list of
// the innovations that touch its dimension.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/round.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/mapping/intersections.hpp"

namespace pilah::registry {

struct WorkingGroup {
  catalogue::Team team;          ///< members only for whoever may see all of the region
  std::int64_t innovations = 0;  ///< that touch the dimension and that the caller sees
  std::int64_t revision = 0;
};

inline constexpr std::size_t kMostTeams = 500;  // of a region

/// In the taxonomy's order of their dimensions, then by name.
std::vector<WorkingGroup> working_groups(const Environment& environment, const Caller& caller,
                                         const catalogue::RegionCode& region);

/// Throws Refusal(kNotFound).
WorkingGroup working_group(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, catalogue::TeamId id);

/// Adds it under a new id. Throws Refusal(kInvalid) without a name or with an unknown
/// dimension, Refusal(kConflict) when there are too many, or a member is nobody here.
WorkingGroup add_working_group(const Environment& environment, const Caller& caller,
                               catalogue::Team team);

/// Changes the fields that `patch` names (RFC 7396). Refusal(kStale) when it has been
/// changed since `expected_revision`.
WorkingGroup change_working_group(const Environment& environment, const Caller& caller,
                                  const catalogue::RegionCode& region, catalogue::TeamId id,
                                  const boost::json::object& patch, std::int64_t expected_revision);

/// The group's list: what touches its dimension, by name.
std::vector<IntersectingInnovation> list_of_group(const Environment& environment,
                                                  const Caller& caller,
                                                  const catalogue::RegionCode& region,
                                                  catalogue::TeamId id, std::size_t limit = 50);

}  // namespace pilah::registry
