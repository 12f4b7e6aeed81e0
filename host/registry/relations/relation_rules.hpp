// What the relations of a region must not say: the same twice, or a circle.
#pragma once

#include <vector>

#include "pilah/catalogue/relation.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::registry {

using StoredRelations = std::vector<store::Stored<catalogue::Relation>>;

/// Variants are variants of each other; other relations have a direction.
bool says_the_same(const catalogue::Relation& one, const catalogue::Relation& other);

/// Whether `relation` says in what order entries came and its `to` leads back to its
/// `from` along others of its kind.
bool closes_circle(const StoredRelations& all, const catalogue::Relation& relation);

inline bool is_end(const catalogue::Relation& relation, catalogue::InnovationId entry) {
  return relation.from == entry || relation.to == entry;
}

}  // namespace pilah::registry
