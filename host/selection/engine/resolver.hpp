// The same problem again and again, each time with one candidate forced in or
// out.
//
// The relaxation is solved once. Its exact reduced costs tell for each question
// which other columns can still matter, given a set that is known to answer it
// (one swap away from a set found before); the small rest is searched, beginning
// with the basis of the one relaxation. Without such a set the whole core is
// searched, beginning where its last search ended.
//
// Ownership: refers to the problem. Threads: one.
#pragma once

#include <optional>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/neighbourhood.hpp"
#include "pilah/selection/engine/relaxation.hpp"
#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection::engine {

class Resolver {
 public:
  explicit Resolver(const Problem& problem);
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  // A set that meets all constraints: searches for sets near it begin with a
  // bound from below.
  void remember(const std::vector<Position>& set);

  // The best set under the forcing, as ranked_sets() says it.
  Ranked best(const Forcing& forcing, Effort& effort);

 private:
  static constexpr Column kNoColumn = UINT32_MAX;
  struct Known {
    std::int64_t score = 0;
    std::vector<Position> set;
    std::vector<Column> columns;  // of the core
  };

  bool search(const Forcing& forcing, std::int64_t reached, Pool& pool, Effort& effort);
  std::vector<Fixed> narrowed(Column column, Fixed value, std::int64_t floor) const;
  std::int64_t floor(const Forcing& forcing);
  std::int64_t best_neighbour(const Known& known, const Forcing& forcing, std::int64_t floor);

  const Problem* problem_;
  std::vector<Constraint> constraints_;
  Model model_;
  std::optional<Core> core_;              // of problems that are small enough to keep whole
  std::optional<CoreSearch> search_;      // of that core, for questions without a known set
  std::optional<Relaxation> relaxation_;  // of that core, solved without forcings
  std::vector<Column> column_of_;         // by candidate
  std::vector<Column> by_score_;          // of the core's choices, the best first
  std::optional<Neighbourhood> neighbourhood_;
  std::vector<Known> known_;  // the best first
};

}  // namespace pilah::selection::engine
