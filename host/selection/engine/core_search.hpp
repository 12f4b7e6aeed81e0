// Exact search of a core: branch and bound over a trail of decisions.
//
// Once the first node has decided most of the core, the rest is copied into a
// smaller one and searched there. At a node: propagation, the relaxation with its exact bound,
// reduced-cost fixing; then a branch. Where few choices are left, a subtree is walked without
// further relaxations: the bound then falls by the reduced cost of each decision
// against it, in O(1).
//
// Every set of a value of at least the pool's threshold is offered to the pool,
// so ties are found too. Ownership: refers to all it is given. Threads: one.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/pool.hpp"
#include "pilah/selection/engine/propagator.hpp"
#include "pilah/selection/engine/relaxation.hpp"
#include "pilah/selection/engine/tuning.hpp"

namespace pilah::selection::engine {

class Crew;

class CoreSearch {
 public:
  CoreSearch(const Core& core, const Tuning& tuning);

  // Begins with the relaxation of the matrix that the core was copied from.
  void start_from(const Relaxation& source) {
    relaxation_.start_from(source, core_->source_columns(), core_->source_rows());
  }

  // At most so many relaxations, for a first search that only looks for good
  // sets; 0: no such limit.
  void limit_relaxations(std::uint64_t limit) { relaxation_limit_ = limit; }

  // Ends after about so much work, as an Effort counts it; 0: no such limit.
  void limit_work(std::uint64_t limit) { work_limit_ = limit; }

  // Gives branches to others that have nothing to do. `core` is the one that is searched.
  void share_with(Crew& crew, std::shared_ptr<const Core> core) {
    crew_ = &crew;
    shared_core_ = std::move(core);
  }

  // Ends with the first set that the pool takes; then complete() is false.
  void stop_at_first() { stop_at_first_ = true; }

  struct Decision {
    Column column;
    Fixed value;
  };

  // Explores what the decisions leave until nothing is left or a limit is
  // reached. May be called again: the relaxation then starts where it ended.
  void run(Pool& pool, Effort& effort, std::span<const Decision> decisions = {});

  // Whether everything was explored; otherwise what is left is worth at most
  // bound(), in the terms of the core's parent.
  bool complete() const { return complete_; }
  std::int64_t bound() const { return bound_; }

 private:
  struct Branch {
    Column column;
    Fixed second;        // the value that is still to be tried, kFree when none is
    std::size_t mark;    // of the trail before the decision
    std::int64_t bound;  // of the node above, in the units of the core
    Wide spent;          // in a walked subtree: what its decisions cost so far
  };
  enum class Node { kDone, kOpen };

  std::int64_t threshold() const;
  Node enter();
  Node enter_walked();
  Node relax();
  bool fix_by_cost(std::int64_t threshold);
  bool fallen_below(std::int64_t threshold);
  void start_walk();
  void branch();
  bool start(Pool& pool, std::span<const Decision> decisions);
  std::int64_t open_bound() const;
  std::int64_t in_terms_of_parent(std::int64_t bound) const;
  void share();
  bool shrunk() const;
  std::uint64_t work_of_next_node();
  void run_reduced(Effort& effort);
  bool back();
  void offer();
  void offer_rounded();
  Column most_fractional() const;
  Column walked_choice() const;
  Column least_costly() const;

  const Core* core_;
  Tuning tuning_;
  Pool* pool_ = nullptr;
  Propagator propagator_;
  Relaxation relaxation_;
  std::vector<Decision> decisions_;  // that it began with
  std::vector<Branch> branches_;
  Crew* crew_ = nullptr;
  std::shared_ptr<const Core> shared_core_;
  std::uint64_t relaxation_limit_ = 0;
  std::uint64_t relaxations_ = 0;
  std::uint64_t work_limit_ = 0;
  std::uint64_t work_ = 0;
  std::uint64_t counted_operations_ = 0;
  bool stop_at_first_ = false;
  bool complete_ = false;
  std::int64_t bound_ = INT64_MIN;

  // The subtree being walked: its root in branches_, and what it started from.
  bool walking_ = false;
  std::size_t walk_root_ = 0;
  std::size_t evaluated_ = 0;     // length of the trail when the relaxation was solved
  std::size_t walk_counted_ = 0;  // decisions of the trail that are in spent_
  Wide spent_ = 0;
  std::vector<Column> walk_order_;
  std::int64_t node_bound_ = INT64_MAX;
  std::vector<Column> order_;
};

}  // namespace pilah::selection::engine
