#include "pilah/selection/engine/total_order.hpp"

#include <algorithm>
#include <optional>

#include "pilah/selection/engine/core_search.hpp"
#include "pilah/selection/engine/explore.hpp"
#include "pilah/selection/engine/first_lists.hpp"
#include "pilah/selection/engine/optimum.hpp"
#include "pilah/selection/engine/sum_search.hpp"

namespace pilah::selection::engine {
namespace {

using Set = std::vector<Position>;

// The sets of a pool by value and then by uses and positions; without those of the
// lowest value if they are not all there.
std::vector<Set> sorted(const Problem& problem, const std::vector<ResourceIndex>& resources,
                        const Pool& pool, bool all_values) {
  struct Key {
    std::vector<std::int64_t> uses;
    const Set* set;
  };
  std::vector<Set> result;
  for (const auto& [value, sets] : pool.sets()) {
    if (!all_values && pool.overflowed() && value == pool.lowest_value()) break;
    std::vector<Key> keys;
    for (const Set& set : sets) {
      Key key{std::vector<std::int64_t>(resources.size(), 0), &set};
      for (const Position position : set) {
        for (std::size_t r = 0; r < resources.size(); ++r) {
          key.uses[r] += problem.use(position, resources[r]);
        }
      }
      keys.push_back(std::move(key));
    }
    // The pool has sets of one value by position.
    std::ranges::stable_sort(keys, {}, &Key::uses);
    for (const Key& key : keys) result.push_back(*key.set);
  }
  return result;
}

class Ranking {
 public:
  Ranking(const Problem& problem, Effort& effort)
      : problem_(&problem), effort_(&effort), resources_(ranking_resources(problem)) {}

  // The best `wanted` sets of a searched core, whose objective is the score
  // (stage 0) or minus the use of resource stage - 1. Nothing: a limit came.
  std::optional<std::vector<Set>> rank(const Core& core, const Pool& pool, std::size_t stage,
                                       std::size_t wanted) {
    std::vector<Set> result = sorted(*problem_, resources_, pool, false);
    if (pool.overflowed() && result.size() < wanted) {
      auto ties = rank_ties(core, pool, stage, wanted - result.size());
      if (!ties) return std::nullopt;
      // Ties are worth less than all others, so they follow.
      result.insert(result.end(), ties->begin(), ties->end());
    }
    if (result.size() > wanted) result.resize(wanted);
    return result;
  }

 private:
  std::int64_t use_of(std::span<const Position> set, ResourceIndex resource) const {
    std::int64_t sum = 0;
    for (const Position position : set) sum += problem_->use(position, resource);
    return sum;
  }

  // Those of the pool's lowest value.
  std::optional<std::vector<Set>> rank_ties(const Core& core, const Pool& known, std::size_t stage,
                                            std::size_t wanted) {
    const std::int64_t scaled = core.scaled_up(known.lowest_value());
    const auto& ties = known.sets().rbegin()->second;
    // What is proportional to the value is the same for all of them.
    while (stage < resources_.size() && follows_the_value(core, resources_[stage])) ++stage;
    std::vector<std::int64_t> objective(core.columns(), 0);
    if (stage == resources_.size()) {
      if (limit_of_objective(core))
        return SumSearch(core, *effort_).first(known.lowest_value(), wanted);
      const Core tied = core.with_objective(objective, scaled, scaled);
      FirstLists lists(tied, *effort_);
      auto found = lists.first(wanted);
      if (effort_->exhausted()) return std::nullopt;
      return found;
    }
    for (Column column = 0; column < core.choices(); ++column) {
      objective[column] = -problem_->use(core.parent_column(column), resources_[stage]);
    }
    const Core tied = core.with_objective(objective, scaled, scaled);
    Pool pool(wanted, effort_->tuning().later_ties);
    // The use of what is fixed is the same for all.
    const std::int64_t of_fixed = use_of(core.parent_in(), resources_[stage]);
    for (const auto& set : ties) pool.offer(set, of_fixed - use_of(set, resources_[stage]));
    if (!explore(tied, pool, *effort_).complete) return std::nullopt;
    return rank(tied, pool, stage + 1, wanted);
  }

  // Whether the use of a resource is the same multiple of every choice's value.
  bool follows_the_value(const Core& core, ResourceIndex resource) const {
    const auto use = [&](Column column) {
      return problem_->use(core.parent_column(column), resource);
    };
    Column one = 0;  // with a value, if any has
    while (one + 1 < core.choices() && core.objective(one) == 0) ++one;
    for (Column column = 0; column < core.choices(); ++column) {
      if (core.objective(column) == 0 && use(column) != 0) return false;
      if (Wide{use(column)} * core.objective(one) != Wide{use(one)} * core.objective(column)) {
        return false;
      }
    }
    return true;
  }

  const Problem* problem_;
  Effort* effort_;
  std::vector<ResourceIndex> resources_;
};

}  // namespace

std::vector<ResourceIndex> ranking_resources(const Problem& problem) {
  std::vector<ResourceIndex> result;
  for (const Limit& limit : problem.limits()) {
    if (std::find(result.begin(), result.end(), limit.resource) == result.end()) {
      result.push_back(limit.resource);
    }
  }
  return result;
}

std::vector<Set> in_order(const Problem& problem, const Pool& pool, std::size_t wanted) {
  std::vector<Set> result = sorted(problem, ranking_resources(problem), pool, true);
  if (result.size() > wanted) result.resize(wanted);
  return result;
}

Ranked ranked_sets(const Model& model, std::size_t wanted, std::size_t ties, Effort& effort) {
  effort.begin(Progress::Phase::kScore);
  Pool pool(wanted, ties);
  const Searched searched = search(model, pool, effort);
  Ranked result;
  result.complete = searched.complete;
  if (!pool.empty()) {
    result.bound = pool.best_value();
    const auto& best = pool.sets().begin()->second;
    result.optimal_sets = static_cast<std::uint32_t>(std::min(best.size(), ties));
  }
  effort.begin(Progress::Phase::kOrder);
  Ranking ranking(model.problem(), effort);
  if (searched.complete && !pool.empty()) {
    if (auto sets = ranking.rank(*searched.core, pool, 0, wanted)) {
      result.sets = *std::move(sets);
      return result;
    }
    result.complete = false;
  }
  // What a limit leaves: the sets found so far, in their order.
  if (!searched.complete) result.bound = std::max(result.bound, searched.bound);
  result.sets = in_order(model.problem(), pool, wanted);
  return result;
}

BestValue best_value(const Model& model, Effort& effort) {
  Pool pool(1, 1);
  const Searched searched = search(model, pool, effort);
  BestValue result;
  result.known = searched.complete;
  if (pool.empty()) return result;
  result.value = pool.best_value();
  result.witness = *pool.sets().begin()->second.begin();
  return result;
}

Feasibility feasible(const Model& model, Effort& effort) {
  Feasibility result;
  if (model.contradictory()) return result;
  Pool pool(1, 1);
  const Core all(model, model.fixed());
  const Core core = all.with_objective(std::vector<std::int64_t>(all.columns(), 0));
  CoreSearch searching(core, effort.tuning());
  searching.stop_at_first();
  searching.run(pool, effort);
  if (!pool.empty()) {
    result.witness = *pool.sets().begin()->second.begin();
  } else {
    result.known = searching.complete();
  }
  return result;
}

}  // namespace pilah::selection::engine
