// From a model to the core that holds every set worth having, and its search.
//
// Large models are narrowed first: the relaxation over all columns by pricing, a
// first search among the columns of the smallest reduced costs for good sets,
// then reduced-cost fixing with the exact bound. What remains is the core; every
// set of at least the pool's threshold lies in it.
#pragma once

#include <optional>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {

struct Searched {
  std::optional<Core> core;  // absent when the model has no solution at first sight
  bool complete = true;
  std::int64_t bound = INT64_MAX;  // of what was left when not complete
};

// Fills the pool with the best sets of the model.
Searched search(const Model& model, Pool& pool, Effort& effort);

}  // namespace pilah::selection::engine
