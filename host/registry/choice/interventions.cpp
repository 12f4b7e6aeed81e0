#include "pilah/registry/choice/interventions.hpp"

#include <boost/json.hpp>

namespace pilah::registry {

namespace {

using selection::Constraint;

struct Forced {
  Constraint constraint;
  selection::Position candidate;
};

std::vector<Forced> forced_in(const selection::Problem& problem) {
  std::vector<Forced> all;
  for (std::uint32_t i = 0; i < problem.included().size(); ++i) {
    all.push_back({{Constraint::Kind::kInclude, i}, problem.included()[i]});
  }
  for (std::uint32_t i = 0; i < problem.excluded().size(); ++i) {
    all.push_back({{Constraint::Kind::kExclude, i}, problem.excluded()[i]});
  }
  return all;
}

/// What the scenario says of whom it forces.
Intervention said_of(const StoredChoice& choice, const boost::json::object& scenario,
                     const Forced& forced) {
  Intervention told;
  told.id = choice.problem().id(forced.candidate);
  told.name = choice.named(forced.candidate).at("name").as_string();
  told.in = forced.constraint.kind == Constraint::Kind::kInclude;
  for (const auto& entry : scenario.at(told.in ? "include" : "exclude").as_array()) {
    const auto& one = entry.as_object();
    if (one.at("id").as_string() != told.id) continue;
    told.reason = one.at("reason").as_string();
    if (const auto* by = one.if_contains("by")) told.by = by->as_string();
  }
  return told;
}

/// How many points more there would be without these.
std::optional<std::int64_t> price_of(const StoredChoice& choice, std::vector<Constraint> without,
                                     const Deadline& deadline) {
  if (!choice.chosen() || !choice.proven()) return std::nullopt;
  selection::Variation variation;
  variation.dropped = std::move(without);
  const auto answer = selection::solve(choice.problem(), variation, deadline.options());
  if (answer.status != selection::Status::kOptimal) return std::nullopt;
  return answer.best.front().score - choice.chosen()->score;
}

}  // namespace

Interventions interventions(const StoredChoice& choice, const catalogue::SelectionRecord& selection,
                            const Deadline& deadline) {
  Interventions told;
  std::vector<Constraint> all;
  for (const auto& forced : forced_in(choice.problem())) {
    auto& one = told.each.emplace_back(said_of(choice, selection.scenario, forced));
    one.price = price_of(choice, {forced.constraint}, deadline);
    all.push_back(forced.constraint);
  }
  if (!all.empty()) told.together = price_of(choice, std::move(all), deadline);
  told.complete = !deadline.passed();
  return told;
}

}  // namespace pilah::registry
