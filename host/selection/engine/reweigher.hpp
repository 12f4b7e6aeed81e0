// The best sets of one problem under many scores: thousands of exact solves of
// which each begins where the last one ended.
//
// The constraints stay, so every set found once is allowed for good: the best of
// them under the new scores is the bound from below, and the relaxation goes on
// from its last basis.
//
// Ownership: refers to the problem. Threads: one.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/relaxation.hpp"
#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection::engine {

class Reweigher {
 public:
  // `idle` are candidates that no answer to come can hold.
  explicit Reweigher(const Problem& problem, const std::vector<Position>& idle = {});
  Reweigher(const Reweigher&) = delete;
  Reweigher& operator=(const Reweigher&) = delete;

  // The best set under these scores (by candidate), as ranked_sets() says it.
  Ranked best(std::span<const std::int64_t> scores, Effort& effort);

 private:
  std::int64_t floor(std::span<const std::int64_t> scores) const;
  std::vector<Fixed> narrowed(std::int64_t floor) const;
  void remember(const std::vector<Position>& set);

  const Problem* problem_;
  std::vector<Constraint> constraints_;
  Model model_;
  std::optional<Core> core_;              // nothing if no set is allowed at first sight
  std::optional<Relaxation> relaxation_;  // of the core
  std::vector<std::vector<Position>> known_;
};

}  // namespace pilah::selection::engine
