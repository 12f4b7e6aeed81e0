#include "pilah/selection/repairs.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "pilah/selection/engine/effort.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/total_order.hpp"

namespace pilah::selection {
namespace {

using Kind = Constraint::Kind;

class Mending {
 public:
  Mending(const Problem& problem, const Constraint& constraint, const SolveOptions& options)
      : problem_(&problem), constraint_(constraint), options_(&options) {}

  Repair mend() {
    engine::Effort effort(*options_);
    Variation without;
    without.dropped = {constraint_};
    const engine::Model model(*problem_, constraints_of(*problem_), without);
    const engine::Feasibility rest = engine::feasible(model, effort);
    if (!rest.known) return found(Repair::Kind::kUnknown);
    if (!rest.witness) return found(Repair::Kind::kNotAlone);
    switch (constraint_.kind) {
      case Kind::kLimit: {
        const ResourceIndex resource = problem_->limits()[constraint_.index].resource;
        return most([&](Position i) { return -problem_->use(i, resource); }, -1);
      }
      case Kind::kCountMin:
        return most([](Position) { return 1; }, 1);
      case Kind::kCountMax:
        return most([](Position) { return -1; }, -1);
      case Kind::kBoundMin:
        return mend_bound(1);
      case Kind::kBoundMax:
        return mend_bound(-1);
      case Kind::kCoverage:
        return nearest_number(-1);
      default:
        return found(Repair::Kind::kLeftOut);
    }
  }

 private:
  Repair found(Repair::Kind kind, std::int64_t value = 0) const {
    return {constraint_, kind, value, {}};
  }

  Repair mend_bound(std::int64_t sign) {
    const Bound& bound = problem_->bounds()[constraint_.index];
    if (bound.family) {
      if (sign < 0) return nearest_number(1);
      return bound.min->value == 1 ? fewest_given_up(bound) : nearest_number(-1);
    }
    return most(
        [&](Position i) {
          // A bound that is no family's speaks of one group at most.
          const auto groups = problem_->groups(i);
          const bool member =
              !bound.members.empty() &&
              std::find(groups.begin(), groups.end(), bound.members.front()) != groups.end();
          return member ? sign : 0;
        },
        sign);
  }

  // The largest sum of the amounts without the constraint: times the sign it is the
  // number that the constraint can demand at most, or must allow at least.
  Repair most(const std::function<std::int64_t(Position)>& amount, std::int64_t sign) {
    Variation without;
    without.dropped = {constraint_};
    for (Position i = 0; i < problem_->size(); ++i) without.scores.push_back(amount(i));
    engine::Effort effort(*options_);
    const auto best =
        engine::best_value(engine::Model(*problem_, constraints_of(*problem_), without), effort);
    if (!best.known) return found(Repair::Kind::kUnknown);
    return found(Repair::Kind::kNumber, sign * best.value);
  }

  enum class Possible { kYes, kNo, kUnknown };

  Possible possible(const Variation& variation, std::vector<Position>* witness = nullptr) const {
    engine::Effort effort(*options_);
    const auto result =
        engine::feasible(engine::Model(*problem_, constraints_of(*problem_), variation), effort);
    if (!result.known) return Possible::kUnknown;
    if (result.witness && witness != nullptr) *witness = *result.witness;
    return result.witness ? Possible::kYes : Possible::kNo;
  }

  // The number nearest to the demanded one, in the direction, that is possible.
  Repair nearest_number(std::int64_t direction) const {
    std::int64_t impossible = demand_of(*problem_, constraint_)->value;
    // No group has more members than there are candidates, nor fewer than none.
    std::int64_t enough = direction > 0 ? problem_->size() : 0;
    while (std::abs(enough - impossible) > 1) {
      const std::int64_t middle = impossible + (enough - impossible) / 2;
      Variation variation;
      variation.demanded = {{constraint_, middle}};
      const Possible answer = possible(variation);
      if (answer == Possible::kUnknown) return found(Repair::Kind::kUnknown);
      (answer == Possible::kYes ? enough : impossible) = middle;
    }
    return found(Repair::Kind::kNumber, enough);
  }

  // How many groups of the family can have a member, and which then have none.
  Repair fewest_given_up(const Bound& bound) const {
    auto impossible = static_cast<std::int64_t>(bound.members.size());
    std::int64_t covered = 0;
    std::vector<Position> witness;
    const auto covering = [&](std::int64_t least) {
      Variation variation;
      variation.dropped = {constraint_};
      variation.coverages = {{bound.groups, bound.members, {least, {}}}};
      return possible(variation, &witness);
    };
    if (covering(0) != Possible::kYes) return found(Repair::Kind::kUnknown);
    while (impossible - covered > 1) {
      const std::int64_t middle = covered + (impossible - covered) / 2;
      const Possible answer = covering(middle);
      if (answer == Possible::kUnknown) return found(Repair::Kind::kUnknown);
      (answer == Possible::kYes ? covered : impossible) = middle;
    }
    Repair result = found(Repair::Kind::kFewer, covered);
    for (const GroupIndex group : bound.members) {
      const bool has_member = std::ranges::any_of(witness, [&](Position each) {
        const auto groups = problem_->groups(each);
        return std::find(groups.begin(), groups.end(), group) != groups.end();
      });
      if (!has_member) result.given_up.push_back(group);
    }
    return result;
  }

  const Problem* problem_;
  Constraint constraint_;
  const SolveOptions* options_;
};

}  // namespace

std::vector<Repair> smallest_repairs(const Problem& problem,
                                     std::span<const Constraint> constraints,
                                     const SolveOptions& options) {
  std::vector<Repair> result;
  for (const Constraint& constraint : constraints) {
    result.push_back(Mending(problem, constraint, options).mend());
  }
  return result;
}

Message describe(const Problem& problem, const Repair& repair) {
  switch (repair.kind) {
    case Repair::Kind::kNumber:
      return {"selection.repair_number",
              {{"value", std::to_string(repair.value)},
               {"demanded", std::to_string(demand_of(problem, repair.constraint)->value)}}};
    case Repair::Kind::kFewer: {
      std::string given_up;
      for (const GroupIndex group : repair.given_up) {
        if (!given_up.empty()) given_up += ", ";
        given_up += problem.group_names()[group];
      }
      return {"selection.repair_fewer",
              {{"value", std::to_string(repair.value)},
               {"groups", problem.bounds()[repair.constraint.index].groups},
               {"given_up", given_up}}};
    }
    case Repair::Kind::kLeftOut:
      return {"selection.repair_left_out", {}};
    case Repair::Kind::kNotAlone:
      return {"selection.repair_not_alone", {}};
    case Repair::Kind::kUnknown:
      break;
  }
  return {"selection.repair_unknown", {}};
}

}  // namespace pilah::selection
