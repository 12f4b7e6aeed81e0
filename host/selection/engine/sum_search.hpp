// Exact search of a core whose objective is one of its limits: scores that are costs
// (subset sum). There the relaxation can always fill the limit exactly, so its bound
// tells nothing of which set comes nearest; what tells is which sums there are.
//
// Beginnings of sets are walked in the order of positions. Once few columns are open,
// or few are still to be chosen, what they leave is looked at by sums alone, as a tree
// (sum_tree.hpp) or by lists that meet in the middle (sum_lists.hpp). Small looks find
// soon where sets are many, large ones end where they are rare; so the walk is begun with
// small ones and begun again with larger ones.
//
// Ownership: refers to all it is given. Threads: one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/pool.hpp"
#include "pilah/selection/engine/propagator.hpp"
#include "pilah/selection/engine/relaxation.hpp"
#include "pilah/selection/engine/sum_lists.hpp"
#include "pilah/selection/engine/sum_needs.hpp"
#include "pilah/selection/engine/sum_tree.hpp"

namespace pilah::selection::engine {

// If the objective of a core is one of its limits: how much of it there is.
std::optional<std::int64_t> limit_of_objective(const Core& core);

class SumSearch {
 public:
  // Requires: limit_of_objective(core).
  SumSearch(const Core& core, Effort& effort);

  // About how much work (as an Effort counts it) a look at all sets takes; UINT64_MAX
  // where lists of sums cannot end soon.
  std::uint64_t work_on_all() const;

  // Offers every set that the pool wants and that is worth at most `most`, in the terms
  // of the core's parent. False: the effort was exhausted before.
  bool explore(std::int64_t most, Pool& pool);

  // The lexicographically first `wanted` sets, positions ascending, that are worth
  // exactly that. Nothing: the effort was exhausted before.
  std::optional<std::vector<std::vector<Position>>> first(std::int64_t value, std::size_t wanted);

 private:
  using Columns = std::vector<Column>;
  // What the open columns still have to add: sums and how many.
  struct Rest {
    SumWindow sum;
    std::size_t least_count, most_count;
  };

  bool walk_all();
  bool done();
  SumWindow wanted_sums() const;
  Rest rest() const;
  void walk(Column next);
  bool settled();
  Columns open_columns(const Rest& rest) const;
  bool tighten(Columns& open, Rest& rest);
  bool leaf(const Columns& open, const Rest& rest, std::uint64_t most_cost);
  bool leaf_by_tree(const Columns& open, const Rest& rest, std::uint64_t most_cost);
  bool leaf_by_lists(const Rest& rest, std::uint64_t cost);
  bool take_hits(std::int64_t taken);
  bool take(std::span<const Column> columns);
  bool relaxed_hopeless();
  bool relaxed_hopeless(Relaxation& relaxation, std::int64_t threshold);
  void spend(std::uint64_t work);

  const Core* core_;
  Effort* effort_;
  Core positive_;  // the same without the limit that the objective is
  Core negative_;  // and with minus the objective
  Propagator propagator_;
  Relaxation highest_, lowest_;
  std::optional<RowIndex> count_;  // a row that says how many are chosen
  Columns by_value_;               // ascending
  SumNeeds needs_;
  SumLists sums_;

  // Of the present walk.
  Pool* pool_ = nullptr;    // of explore(), else first() is asked
  std::int64_t most_ = 0;   // in the units of the core
  std::size_t wanted_ = 0;  // of first()
  std::vector<std::vector<Position>> lists_;
  std::uint64_t leaf_cost_ = 0;  // of leaves that are looked at
  std::uint64_t work_left_ = 0;  // until it is begun again
  std::uint64_t fruitless_ = 0;  // work since the last find or look at a relaxation
  bool climbing_ = false;        // a relaxation below was hopeless
  std::vector<SumLists::Hit> hits_;
};

}  // namespace pilah::selection::engine
