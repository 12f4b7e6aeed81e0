#include "pilah/selection/engine/explore.hpp"

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/crew.hpp"
#include "pilah/selection/engine/exchange.hpp"
#include "pilah/selection/engine/sum_search.hpp"

namespace pilah::selection::engine {
namespace {

// Exchanges meet sets of one value by chance, the search of sums lists them: where it can
// list all, it is soon the faster one. Chosen by trials on subset sums of 30 to
// 200 candidates.
constexpr std::uint64_t kPartOnTies = 4;

}  // namespace

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
  SumSearch sums(core, effort);
  exchange(core, explored.bound, sums.work_on_all() / kPartOnTies, pool, effort);
  explored.complete = sums.explore(explored.bound, pool);
  return explored;
}

}  // namespace pilah::selection::engine
