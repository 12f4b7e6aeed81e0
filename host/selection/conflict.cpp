#include "pilah/selection/conflict.hpp"

#include <algorithm>

#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection {
namespace {

class Explanation {
 public:
  Explanation(const Problem& problem, const Variation& variation,
              std::vector<std::vector<Position>> witnesses, engine::Effort& effort)
      : problem_(&problem), variation_(&variation), effort_(&effort) {
    for (auto& witness : witnesses) {
      if (meets_variation(witness)) witnesses_.push_back(std::move(witness));
    }
  }

  std::vector<Constraint> of(std::span<const Constraint> all) {
    if (all.empty() || impossible()) return {};
    for (const Constraint& constraint : all) {
      if (excludes_alone(constraint)) return {constraint};
    }
    return narrow(false, all);
  }

 private:
  bool meets_variation(const std::vector<Position>& set) const {
    return variation_->limits.empty() && variation_->demanded.empty() &&
           variation_->overlaps.empty() && variation_->coverages.empty() &&
           std::all_of(
               variation_->forced.begin(), variation_->forced.end(), [&](const Forcing& forcing) {
                 return std::binary_search(set.begin(), set.end(), forcing.candidate) == forcing.in;
               });
  }

  // Whether one constraint forbids a forcing by itself: the common case of an
  // excluded candidate, or of one that is dearer than a limit.
  bool excludes_alone(const Constraint& constraint) const {
    if (!variation_->limits.empty() || !variation_->demanded.empty()) return false;
    const auto& forced = variation_->forced;
    return std::any_of(forced.begin(), forced.end(), [&](const Forcing& forcing) {
      const auto [candidate, in] = forcing;
      switch (constraint.kind) {
        case Constraint::Kind::kLimit: {
          const Limit& limit = problem_->limits()[constraint.index];
          return in && problem_->use(candidate, limit.resource) > limit.max->value;
        }
        case Constraint::Kind::kInclude:
          return !in && problem_->included()[constraint.index] == candidate;
        case Constraint::Kind::kExclude:
          return in && problem_->excluded()[constraint.index] == candidate;
        default:
          return false;
      }
    });
  }

  // Whether the constraints taken so far cannot hold together.
  bool impossible() {
    for (const auto& witness : witnesses_) {
      if (std::all_of(taken_.begin(), taken_.end(), [&](const Constraint& constraint) {
            return holds(*problem_, constraint, witness);
          })) {
        return false;
      }
    }
    const engine::Model model(*problem_, taken_, *variation_);
    engine::Feasibility result = engine::feasible(model, *effort_);
    if (result.witness) {
      witnesses_.push_back(*std::move(result.witness));
      return false;
    }
    return result.known;
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
  const Variation* variation_;
  engine::Effort* effort_;
  std::vector<std::vector<Position>> witnesses_;
  std::vector<Constraint> taken_;
};

}  // namespace

std::vector<Constraint> irreducible_conflict(const Problem& problem, const Variation& variation,
                                             std::vector<std::vector<Position>> witnesses,
                                             engine::Effort& effort) {
  const std::vector<Constraint> all = constraints_of(problem);
  Explanation explanation(problem, variation, std::move(witnesses), effort);
  std::vector<Constraint> result = explanation.of(all);
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<Conflict> named(const Problem& problem, std::span<const Constraint> constraints) {
  std::vector<Conflict> result;
  for (const Constraint& constraint : constraints) {
    result.push_back({constraint, pointer_of(problem, constraint), describe(problem, constraint)});
  }
  return result;
}

}  // namespace pilah::selection
