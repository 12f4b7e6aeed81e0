// The best sets of a model in the total order of answers (solve.hpp).
//
// The search by score also collects ties. Only when there are too many to
// collect are they ranked by further exact searches: with the score held, the
// least total use of the first limit's resource; with that held, of the next;
// and last, among sets equal in all of that, the lexicographically smallest
// lists of positions.
#pragma once

#include <cstdint>
#include <vector>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"

namespace pilah::selection::engine {

struct Ranked {
  bool complete = true;
  std::int64_t bound = INT64_MIN;           // no set scores more; if not complete
  std::vector<std::vector<Position>> sets;  // in the total order
  std::uint32_t optimal_sets = 0;           // counted up to `ties`
};

// The best `wanted` sets, or all if there are fewer.
Ranked ranked_sets(const Model& model, std::size_t wanted, std::size_t ties, Effort& effort);

// Whether any set meets the model's rows: 1, 0, or -1 when a limit came first.
enum class Feasibility { kFeasible, kInfeasible, kUnknown };
Feasibility feasible(const Model& model, Effort& effort);

// The totals of the problem's limits' resources, each once, in their order.
std::vector<ResourceIndex> ranking_resources(const Problem& problem);

}  // namespace pilah::selection::engine
