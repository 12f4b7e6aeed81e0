#include "pilah/registry/choice/constraints_told.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/repairs.hpp"

namespace pilah::registry {

namespace json = boost::json;

namespace {

json::object repair_told(const Choice& choice, const selection::Repair& repair) {
  using Kind = selection::Repair::Kind;
  const auto& problem = choice.solved;
  switch (repair.kind) {
    case Kind::kNumber: {
      const bool budget =
          repair.constraint.kind == selection::Constraint::Kind::kLimit &&
          problem.resources()[problem.limits()[repair.constraint.index].resource] == kBudget;
      return statement(budget ? "choice.repair.budget" : "choice.repair.number",
                       {{"value", repair.value}});
    }
    case Kind::kFewer: {
      json::array given_up;
      for (const auto group : repair.given_up) {
        given_up.push_back(choice.words(problem.group_names()[group]));
      }
      return statement("choice.repair.fewer",
                       {{"value", repair.value}, {"given_up", std::move(given_up)}});
    }
    case Kind::kLeftOut:
      return statement("choice.repair.left_out");
    case Kind::kNotAlone:
      return statement("choice.repair.not_alone");
    case Kind::kUnknown:
      break;
  }
  return {};
}

}  // namespace

json::array conflict_told(const Choice& choice, std::uint64_t work) {
  std::vector<selection::Constraint> constraints;
  for (const auto& one : choice.answer.conflict) constraints.push_back(one.constraint);
  selection::SolveOptions options;
  options.work_limit = work;
  const auto repairs = selection::smallest_repairs(choice.solved, constraints, options);
  json::array list;
  for (std::size_t i = 0; i < repairs.size(); ++i) {
    json::object told = constraint_told(choice.problem, choice.answer.conflict[i].pointer);
    if (told.contains("pointer")) {
      if (auto repair = repair_told(choice, repairs[i]); !repair.empty()) told["repair"] = repair;
    }
    list.push_back(std::move(told));
  }
  return list;
}

json::array binding_told(const Choice& choice, const selection::Explainer& explainer) {
  json::array list;
  for (const auto& tight : explainer.binding()) {
    json::object one = constraint_told(choice.problem, tight.pointer);
    if (tight.group) {
      const bool is_min = tight.constraint.kind == selection::Constraint::Kind::kBoundMin;
      json::object end{{"group", choice.words(choice.solved.group_names()[*tight.group])}};
      end[is_min ? "min" : "max"] = tight.value;
      one.insert_or_assign("kind",
                           is_min ? "choice.constraint.bound_min" : "choice.constraint.bound_max");
      one.insert_or_assign("arguments", std::move(end));
    }
    json::array holders;
    for (const auto at : tight.holders) {
      holders.push_back(named(choice.candidates[choice.problem.candidates[at]]));
    }
    one["holders"] = std::move(holders);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace pilah::registry
