#include "pilah/selection/conflict.hpp"

#include <algorithm>

#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection {
namespace {

class Explanation {
 public:
  Explanation(const Problem& problem, std::span<const engine::Fixing> fixings,
              engine::Effort& effort)
      : problem_(&problem), fixings_(fixings), effort_(&effort) {}

  std::vector<Constraint> of(std::span<const Constraint> all) {
    if (impossible()) return {};
    return narrow(false, all);
  }

 private:
  // Whether the constraints taken so far cannot hold together.
  bool impossible() const {
    const engine::Model model(*problem_, taken_, fixings_);
    return engine::feasible(model, *effort_) == engine::Feasibility::kInfeasible;
  }

  // Those of `among` that a conflict needs beside the taken ones.
  std::vector<Constraint> narrow(bool added, std::span<const Constraint> among) {
    if (added && impossible()) return {};
    if (among.size() == 1) return {among.front()};
    const auto first = among.first(among.size() / 2);
    const auto second = among.subspan(among.size() / 2);
    const std::size_t before = taken_.size();
    taken_.insert(taken_.end(), first.begin(), first.end());
    std::vector<Constraint> result = narrow(true, second);
    taken_.resize(before);
    taken_.insert(taken_.end(), result.begin(), result.end());
    const auto others = narrow(!result.empty(), first);
    taken_.resize(before);
    result.insert(result.end(), others.begin(), others.end());
    return result;
  }

  const Problem* problem_;
  std::span<const engine::Fixing> fixings_;
  engine::Effort* effort_;
  std::vector<Constraint> taken_;
};

}  // namespace

std::vector<Constraint> irreducible_conflict(const Problem& problem,
                                             std::span<const engine::Fixing> fixings,
                                             engine::Effort& effort) {
  const std::vector<Constraint> all = constraints_of(problem);
  if (all.empty()) return {};
  std::vector<Constraint> result = Explanation(problem, fixings, effort).of(all);
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<Conflict> named(const Problem& problem, std::span<const Constraint> constraints) {
  std::vector<Conflict> result;
  for (const Constraint& constraint : constraints) {
    result.push_back({pointer_of(problem, constraint), describe(problem, constraint)});
  }
  return result;
}

}  // namespace pilah::selection
