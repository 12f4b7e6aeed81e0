// Explores a core to its end, with the method that suits it: branch and bound over
// relaxations (core_search.hpp), and where those tell nothing, lists of sums
// (sum_search.hpp).
#pragma once

#include <cstdint>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {

struct Explored {
  bool complete = true;
  // If not complete: what is left is worth at most that, in the terms of the core's parent.
  std::int64_t bound = INT64_MIN;
};

// Offers to the pool every set of the core that it wants.
Explored explore(const Core& core, Pool& pool, Effort& effort);

}  // namespace pilah::selection::engine
