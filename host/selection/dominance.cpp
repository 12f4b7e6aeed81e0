#include "pilah/selection/dominance.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <numeric>

namespace pilah::selection {
namespace {

using Groups = std::vector<GroupIndex>;  // ascending

// Pairs that are compared at most. Who was not compared then counts as not dominated,
// which is always safe: it is a candidate more to look at.
constexpr std::uint64_t kMostCompared = 50'000'000;

class Dominance {
 public:
  Dominance(const Problem& problem, const Valuation& valuation)
      : problem_(&problem),
        valuation_(&valuation),
        bound_(problem.size(), false),
        wanted_(problem.size()),
        capped_(problem.size()) {
    mark_bound_candidates();
    sort_groups();
    sort_candidates();
    for (const Limit& limit : problem.limits()) resources_.push_back(limit.resource);
  }

  std::vector<Position> all() {
    std::vector<Position> result;
    if (!problem_->count_max()) return result;
    for (Position i = 0; i < problem_->size(); ++i) {
      if (!bound_[i] && is_dominated(i)) result.push_back(i);
    }
    return result;
  }

 private:
  // Those in pairs and the forced neither go nor take a place.
  void mark_bound_candidates() {
    for (const auto* pairs : {&problem_->requires_pairs(), &problem_->excludes_pairs()}) {
      for (const Pair& pair : *pairs) bound_[pair.first] = bound_[pair.second] = true;
    }
    for (const auto* forced : {&problem_->included(), &problem_->excluded()}) {
      for (const Position each : *forced) bound_[each] = true;
    }
  }

  void sort_groups() {
    std::vector<bool> wanted(problem_->group_names().size(), false);
    std::vector<bool> capped(problem_->group_names().size(), false);
    for (const Bound& bound : problem_->bounds()) {
      for (const GroupIndex group : bound.members) {
        if (bound.min) wanted[group] = true;
        if (bound.max) capped[group] = true;
      }
    }
    for (const Coverage& coverage : problem_->coverages()) {
      for (const GroupIndex group : coverage.members) wanted[group] = true;
    }
    for (Position i = 0; i < problem_->size(); ++i) {
      for (const GroupIndex group : problem_->groups(i)) {
        if (wanted[group]) wanted_[i].push_back(group);
        if (capped[group]) capped_[i].push_back(group);
      }
      std::sort(wanted_[i].begin(), wanted_[i].end());
      std::sort(capped_[i].begin(), capped_[i].end());
      most_capped_ = std::max(most_capped_, capped_[i].size());
    }
  }

  // Whoever is no worse on any criterion has no less in all.
  void sort_candidates() {
    for (Position i = 0; i < problem_->size(); ++i) {
      const auto values = valuation_->of(i);
      sum_.push_back(std::accumulate(values.begin(), values.end(), std::int64_t{0}));
      if (!bound_[i]) best_first_.push_back(i);
    }
    std::ranges::stable_sort(best_first_, std::ranges::greater(),
                             [&](Position each) { return sum_[each]; });
  }

  bool stands_before(Position other, Position candidate) const {
    const auto better = valuation_->of(other);
    const auto worse = valuation_->of(candidate);
    if (!std::equal(better.begin(), better.end(), worse.begin(), std::greater_equal<>())) {
      return false;
    }
    bool uses_less = false;
    for (const ResourceIndex resource : resources_) {
      const std::int64_t use = problem_->use(other, resource);
      const std::int64_t most = problem_->use(candidate, resource);
      if (use > most) return false;
      uses_less = uses_less || use < most;
    }
    return (uses_less || other < candidate) &&
           std::includes(wanted_[other].begin(), wanted_[other].end(), wanted_[candidate].begin(),
                         wanted_[candidate].end());
  }

  // Each other member of a set blocks those whose capped group it fills: as many as
  // it has such groups, or itself.
  bool is_dominated(Position candidate) {
    const auto others =
        static_cast<std::size_t>(std::max<std::int64_t>(0, problem_->count_max()->value - 1));
    const std::size_t needed = others * std::max<std::size_t>(1, most_capped_) + 1;
    std::size_t found = 0;
    Groups taken;
    for (const Position other : best_first_) {
      if (found >= needed || sum_[other] < sum_[candidate] || compared_ >= kMostCompared) break;
      ++compared_;
      if (other == candidate || !stands_before(other, candidate)) continue;
      Groups own;
      std::set_difference(capped_[other].begin(), capped_[other].end(), capped_[candidate].begin(),
                          capped_[candidate].end(), std::back_inserter(own));
      const bool shares = std::any_of(own.begin(), own.end(), [&](GroupIndex group) {
        return std::find(taken.begin(), taken.end(), group) != taken.end();
      });
      if (shares) continue;
      taken.insert(taken.end(), own.begin(), own.end());
      ++found;
    }
    return found >= needed;
  }

  const Problem* problem_;
  const Valuation* valuation_;
  std::vector<bool> bound_;
  std::vector<Groups> wanted_, capped_;  // by candidate: in a minimum or coverage, in a maximum
  std::vector<ResourceIndex> resources_;
  std::size_t most_capped_ = 0;       // of one candidate
  std::vector<std::int64_t> sum_;     // of the values, by candidate
  std::vector<Position> best_first_;  // the unbound, by that
  std::uint64_t compared_ = 0;
};

}  // namespace

std::vector<Position> dominated(const Problem& problem, const Valuation& valuation) {
  return Dominance(problem, valuation).all();
}

}  // namespace pilah::selection
