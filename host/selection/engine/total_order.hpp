// The best sets of a model in the total order of answers (solve.hpp).
//
// The search by score also collects ties. Only when there are too many to
// collect are they ranked by further exact searches: with the score held, the
// least total use of the first limit's resource; with that held, of the next;
// and last, among sets equal in all of that, the lexicographically smallest
// lists of positions.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/pool.hpp"

namespace pilah::selection::engine {

struct Ranked {
  bool complete = true;
  std::int64_t bound = INT64_MIN;           // no set scores more; if not complete
  std::vector<std::vector<Position>> sets;  // in the total order
  std::uint32_t optimal_sets = 0;           // counted up to `ties`
};

// The best `wanted` sets, or all if there are fewer.
Ranked ranked_sets(const Model& model, std::size_t wanted, std::size_t ties, Effort& effort);

// All that a pool holds, in the total order, at most `wanted`.
std::vector<std::vector<Position>> in_order(const Problem& problem, const Pool& pool,
                                            std::size_t wanted);

// The best value of a model and a set that has it, where ties do not matter.
// Neither: the model has no solution. known false: a limit came first.
struct BestValue {
  std::int64_t value = 0;
  std::optional<std::vector<Position>> witness;
  bool known = true;
};
BestValue best_value(const Model& model, Effort& effort);

// Some set that meets the model's rows; without one, whether it is known that
// there is none.
struct Feasibility {
  std::optional<std::vector<Position>> witness;
  bool known = true;
};
Feasibility feasible(const Model& model, Effort& effort);

// The totals of the problem's limits' resources, each once, in their order.
std::vector<ResourceIndex> ranking_resources(const Problem& problem);

}  // namespace pilah::selection::engine
