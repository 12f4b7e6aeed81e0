// The same problem again and again, each time with one candidate forced in or
// out: the core and its relaxation stay, so a re-solve begins where the last one
// ended.
//
// Ownership: refers to the problem. Threads: one.
#pragma once

#include <optional>
#include <vector>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection::engine {

class Resolver {
 public:
  explicit Resolver(const Problem& problem);
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  // The best set under the fixing, as ranked_sets() says it.
  Ranked best(const Fixing& fixing, Effort& effort);

 private:
  static constexpr Column kNoColumn = UINT32_MAX;

  const Problem* problem_;
  std::vector<Constraint> constraints_;
  Model model_;
  std::optional<Core> core_;  // of problems that are small enough to keep whole
  std::optional<CoreSearch> search_;
  std::vector<Column> column_of_;  // by candidate
};

}  // namespace pilah::selection::engine
