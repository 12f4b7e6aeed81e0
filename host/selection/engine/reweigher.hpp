// The good sets of one problem under many scores: thousands of exact searches of
// which each begins where the last one ended.
//
// The constraints stay, so the relaxation goes on from its last basis, and a set that
// was allowed once is so for good: what the caller knows to be reached is the bound
// from below.
//
// Ownership: refers to the problem. Threads: one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/pool.hpp"
#include "pilah/selection/engine/relaxation.hpp"
#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection::engine {

class Reweigher {
 public:
  // `idle` are candidates that no answer to come can hold.
  explicit Reweigher(const Problem& problem, const std::vector<Position>& idle = {});
  Reweigher(const Reweigher&) = delete;
  Reweigher& operator=(const Reweigher&) = delete;

  // No set has more members.
  std::int64_t most_members() const;

  // Takes these scores, by candidate. False: no set is allowed.
  bool take(std::span<const std::int64_t> scores);

  // Under the scores taken: no set scores more.
  std::int64_t bound() const { return core_->value(relaxation_->bound()); }

  // Every set that scores at least `from`, the best ones among them.
  struct Listed {
    bool complete = true;  // false: the effort was not enough
    std::vector<std::vector<Position>> sets;
    std::int64_t from = 0;
  };

  // The sets of the best score. `reached`: an allowed set scores that; INT64_MIN: none is
  // known. Where so many share it that they cannot be listed, the first of them in the
  // total order, and `from` is more than its score. None: no set is allowed.
  Listed best(std::int64_t reached, Effort& effort);

  // Those of at least `floor`, which some allowed set scores, or of a higher `from` if
  // there are very many; equals as best() lists them.
  Listed down_to(std::int64_t floor, Effort& effort);

 private:
  std::vector<Fixed> narrowed(std::int64_t floor) const;
  Listed search(std::int64_t floor, Pool pool, Effort& effort) const;
  Listed ranked(Effort& effort) const;

  const Problem* problem_;
  std::vector<Constraint> constraints_;
  Model model_;
  std::optional<Core> core_;              // nothing if no set is allowed at first sight
  std::optional<Relaxation> relaxation_;  // of the core
  std::vector<std::int64_t> scores_;
};

}  // namespace pilah::selection::engine
