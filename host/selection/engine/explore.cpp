#include "pilah/selection/engine/explore.hpp"

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/crew.hpp"
#include "pilah/selection/engine/exchange.hpp"
#include "pilah/selection/engine/sum_search.hpp"

namespace pilah::selection::engine {

Explored explore(const Core& core, Pool& pool, Effort& effort) {
  const bool of_sums = limit_of_objective(core).has_value();
  CoreSearch searching(core, effort.tuning());
  if (of_sums) {
    searching.limit_work(effort.tuning().first_turn);
  } else if (effort.threads() > 1) {
    searching.limit_work(effort.tuning().alone);
  }
  searching.run(pool, effort);
  Explored explored{searching.complete(), searching.bound()};
  if (explored.complete || effort.exhausted()) return explored;
  if (!of_sums) return Crew::explore(core, effort.threads(), pool, effort);
  exchange(core, explored.bound, pool, effort);
  explored.complete = SumSearch(core, effort).explore(explored.bound, pool);
  return explored;
}

}  // namespace pilah::selection::engine
