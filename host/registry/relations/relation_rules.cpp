#include "pilah/registry/relations/relation_rules.hpp"

#include <algorithm>

namespace pilah::registry {

using catalogue::Relation;
using catalogue::RelationKind;

bool says_the_same(const Relation& one, const Relation& other) {
  if (one.kind != other.kind) return false;
  if (one.from == other.from && one.to == other.to) return true;
  const bool both_ways = one.kind == RelationKind::kVariantOf;
  return both_ways && one.from == other.to && one.to == other.from;
}

bool closes_circle(const StoredRelations& all, const Relation& relation) {
  if (relation.kind != RelationKind::kReplaces && relation.kind != RelationKind::kContinues) {
    return false;
  }
  std::vector<catalogue::InnovationId> reached{relation.to};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    if (reached[next] == relation.from) return true;
    for (const auto& [other, revision] : all) {
      if (other.kind != relation.kind || other.from != reached[next]) continue;
      if (std::find(reached.begin(), reached.end(), other.to) == reached.end()) {
        reached.push_back(other.to);
      }
    }
  }
  return false;
}

}  // namespace pilah::registry
