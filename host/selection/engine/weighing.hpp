// The best set of one problem under many weights of its criteria.
//
// Some weights are solved, with all sets that come near the best one (reweigher.hpp).
// Under other weights the best of all sets found so far is the answer if none that was
// never found can score as much: that follows from the solved weights around
// (convex_bound.hpp) without a search. So with some hundred searches thousands of weights
// are answered, each exactly. With many criteria weights lie too far apart for that; where
// it shows, each is searched for by itself.
//
// Ownership: refers to the problem and the valuation. Threads: one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "pilah/selection/dominance.hpp"
#include "pilah/selection/engine/convex_bound.hpp"
#include "pilah/selection/engine/reweigher.hpp"

namespace pilah::selection::engine {

class Weighing {
 public:
  // `idle`: dominated(problem, valuation).
  Weighing(const Problem& problem, const Valuation& valuation, const std::vector<Position>& idle);

  // Weights are millionths that add up to a million. The best set under them, first in
  // the total order of answers.
  struct Best {
    bool complete = true;       // false: the effort was not enough
    std::vector<Position> set;  // meaningful if a set is allowed
    bool allowed = true;
  };
  Best best(std::span<const std::int64_t> weights, Effort& effort);

  // Solves these weights for the sake of others that lie between them.
  Best solved(std::span<const std::int64_t> weights, Effort& effort);

 private:
  using Set = std::vector<Position>;

  void score(std::span<const std::int64_t> weights);
  std::int64_t reached() const;
  Set first_known(std::int64_t score) const;
  Best first_of(const std::vector<Set>& sets) const;
  bool remember(const std::vector<Set>& sets);
  std::optional<Best> between(std::span<const std::int64_t> weights);
  Best search(Effort& effort);
  Best search_around(std::span<const std::int64_t> weights, bool near, Effort& effort);

  const Problem* problem_;
  const Valuation* valuation_;
  Reweigher reweigher_;
  ConvexBound bound_;
  std::vector<std::int64_t> scores_;  // by candidate, under the present weights
  std::set<Set> known_;
  std::vector<Position> members_;          // of the known sets, one after another
  std::vector<std::size_t> ends_;          // one past the last member of each
  bool between_ = true;                    // whether answers are looked for between solved weights
  std::size_t looked_ = 0, answered_ = 0;  // lately
  std::vector<std::int64_t> last_scores_;
  Best last_;  // of best(), under them
};

}  // namespace pilah::selection::engine
