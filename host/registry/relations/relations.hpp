// Relations between two entries of a region: one needs, is a variant of, replaces
// or continues the other.
//
// Whoever may relate the entry that a relation starts from may add and remove it;
// whoever sees both entries sees it. Needs may go in a circle (all or none is
// chosen then); what replaces or continues something else may not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/relation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct RelationEntry {
  catalogue::Relation relation;
  std::string from_name;
  std::string to_name;
  std::int64_t revision = 0;
};

inline constexpr std::size_t kMostRelations = 5'000;       // of a region
inline constexpr std::size_t kMostRelationsOfEntry = 100;  // starting or ending there
inline constexpr std::size_t kLongestNote = 1'000;         // bytes

/// By kind, then the names of both ends, then id. `entry`: those of which it is an end.
std::vector<RelationEntry> relations(const Environment& environment, const Caller& caller,
                                     const catalogue::RegionCode& region,
                                     const std::optional<catalogue::InnovationId>& entry = {});

/// Throws Refusal(kNotFound).
RelationEntry relation(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region, catalogue::RelationId id);

/// Adds it under a new id. Throws Refusal(kInvalid) when an end is not in the
/// region, both are the same entry, or the note is too long; Refusal(kConflict) when
/// there is such a relation already, it would close a circle of its kind, or there
/// are too many.
RelationEntry add_relation(const Environment& environment, const Caller& caller,
                           catalogue::Relation relation);

/// Throws Refusal(kNotFound), Refusal(kStale) when `expected_revision` is another
/// than that of the relation.
void remove_relation(const Environment& environment, const Caller& caller,
                     const catalogue::RegionCode& region, catalogue::RelationId id,
                     std::optional<std::int64_t> expected_revision);

}  // namespace pilah::registry
