// Looks for sets of a high value by exchanging: from many allowed sets, one after the
// other by single random steps, up to two choices leave and up to two come in, such
// that the value lands between what is known and what is possible.
//
// Where scores are costs (subset sum), a relaxation says nothing of which set lands on
// the limit exactly; here a sorted list of all pairs says at once which of them fit. It
// proves nothing; it finds. The random numbers are the same in every run.
#pragma once

#include <cstdint>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {

// Begins at the pool's best set that lies in the core and offers what it finds. Ends
// when the pool wants nothing up to `bound` (in the terms of the core's parent) any
// more, when too many steps found nothing, when a set that is worth the bound is known
// and so much work has gone into others that are worth it, too, or with the effort.
void exchange(const Core& core, std::int64_t bound, std::uint64_t work_on_ties, Pool& pool,
              Effort& effort);

}  // namespace pilah::selection::engine
