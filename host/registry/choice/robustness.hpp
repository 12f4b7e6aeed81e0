// How sure a choice is: what of it would change with other weights, with more budget,
// one place more; which other sets are nearly as good; what each of the chosen
// contributes; what other methods say of the candidates.
//
// Every number rests on exact solves (selection/stability.hpp, acceptability.hpp,
// frontier.hpp, alternatives.hpp, contributions.hpp) but for the other methods' rankings
// (selection/rankings.hpp), which are a cross-check. Nothing is stored; the same
// selection gives the same answer.
//
// Each part says in statements what it found, or why it has no answer: that no set meets
// all conditions, that the set is not proven the best, that the time ran out.
//
// Units: scores, points and shares are millionths, money is rupiah. Candidates are
// {"id", "name"}. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/choice/deadline.hpp"
#include "pilah/registry/choice/stored_choice.hpp"
#include "pilah/selection/stability.hpp"

namespace pilah::registry {

/// What a part says: statements, the most important first.
using Said = std::vector<boost::json::object>;

/// Who would come and who would go, against the chosen set.
struct Exchange {
  boost::json::array enter, leave;
};

struct OtherSet {
  Exchange exchange;
  std::int64_t score = 0;
  std::int64_t points = 0;           ///< more than the chosen set; negative: fewer
  std::optional<std::int64_t> cost;  ///< nothing: candidates have no costs
};

/// The weights, all others kept, under which the chosen set stays a best one.
struct WeightRange {
  selection::Ratio least, most;  ///< of the weight
  std::int64_t least_share = 0;  ///< of all weights, rounded inwards
  std::int64_t most_share = 0;
  std::optional<Exchange> below, above;  ///< just beyond; nothing: there is no end
};

struct CriterionStability {
  StoredChoice::Criterion criterion;
  std::int64_t share = 0;
  std::optional<WeightRange> range;  ///< nothing: the statements say why
};

/// The smallest change of one criterion's share that changes the set.
struct SmallestChange {
  std::size_t criterion = 0;
  bool up = false;
  std::int64_t share = 0;  ///< where it changes
};

struct WeightsPart {
  std::vector<CriterionStability> criteria;
  std::optional<SmallestChange> smallest;
  Said said;
};

struct Accepted {
  boost::json::object candidate;
  bool chosen = false;
  std::uint32_t times = 0;  ///< of the samples
  /// By criterion: the mean of the weightings under which it is in; none if there is none.
  std::vector<std::int64_t> central_weights;
};

struct AcceptabilityPart {
  std::uint32_t samples = 0;
  std::int64_t error = 0;  ///< half the width of the 95 % interval of a share of one half
  std::vector<StoredChoice::Criterion> criteria;
  std::vector<Accepted> candidates;  ///< the most often chosen first
  Said said;
};

struct BudgetPoint {
  OtherSet set;
  bool chosen = false;  ///< as good as the chosen set
};

struct BudgetPart {
  std::optional<std::int64_t> limit, used;
  std::vector<BudgetPoint> points;  ///< the frontier around the choice, the dearest first
  std::optional<OtherSet> next_step;
  std::int64_t next_step_more = 0;  ///< rupiah that the limit lacks for it
  std::optional<OtherSet> next_place;
  Said said;
};

struct BestSetsPart {
  std::vector<OtherSet> sets;  ///< the chosen one first
  Said said;
};

struct DifferentPart {
  std::size_t changes = 0;  ///< at least so many members are others
  std::optional<OtherSet> set;
  Said said;
};

struct Contributor {
  boost::json::object candidate;
  std::int64_t score = 0;
  std::int64_t points = 0;  ///< its Shapley value
};

struct ContributionsPart {
  std::vector<Contributor> members;  ///< who contributes most first
  Said said;
};

struct RankedCandidate {
  boost::json::object candidate;
  bool chosen = false;
  std::int64_t score = 0;
  std::size_t place = 0;  ///< by score; equals share the best of their places
  std::size_t topsis = 0, vikor = 0, promethee = 0, spotis = 0;

  /// Of the four other methods: how many have it among the first `count`.
  int within(std::size_t count) const;
};

struct RankingsPart {
  std::vector<RankedCandidate> candidates;              ///< by score
  boost::json::array chosen_against, rejected_against;  ///< against three of the four
  Said said;
};

struct Robustness {
  bool complete = true;  ///< false: the time ran out, and parts say so
  WeightsPart weights;
  AcceptabilityPart acceptability;
  BudgetPart budget;
  BestSetsPart best;
  DifferentPart different;
  ContributionsPart contributions;
  RankingsPart rankings;
};

inline constexpr std::int64_t kPatience = 60'000;  ///< milliseconds, where nobody says otherwise

Robustness robustness(const StoredChoice& choice, const Deadline& deadline);

}  // namespace pilah::registry
