#include "pilah/registry/choice/interventions.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <boost/json.hpp>

#include "pilah/selection/score.hpp"

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
    // A selection of before names were demanded may lack it.
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

/// Who is in and who is out with these weights, against the chosen set.
std::optional<Exchange> exchange_with(const StoredChoice& choice,
                                      const std::vector<std::int64_t>& weights,
                                      const Deadline& deadline) {
  const bool none = std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; });
  if (!choice.chosen() || !choice.proven() || none) return std::nullopt;
  selection::Variation variation;
  for (selection::Position at = 0; at < choice.problem().size(); ++at) {
    variation.scores.push_back(selection::score_of(weights, choice.valuation().of(at)));
  }
  const auto answer = selection::solve(choice.problem(), variation, deadline.options());
  if (answer.status != selection::Status::kOptimal) return std::nullopt;
  const auto& now = choice.chosen()->positions;
  const auto& then = answer.best.front().positions;
  std::vector<selection::Position> enter, leave;
  std::ranges::set_difference(then, now, std::back_inserter(enter));
  std::ranges::set_difference(now, then, std::back_inserter(leave));
  return Exchange{choice.named(enter), choice.named(leave)};
}

/// Those of the result's criteria whose weight is somebody's decision.
std::vector<ChangedWeight> changed_weights(const StoredChoice& choice,
                                           const boost::json::object& result,
                                           const Deadline& deadline) {
  std::vector<ChangedWeight> told;
  auto own_weights = choice.weights();
  const auto& criteria = result.at("criteria").as_array();
  for (std::size_t c = 0; c < criteria.size(); ++c) {
    const auto& one = criteria[c].as_object();
    const auto* own = one.if_contains("own_weight");
    if (!own) return {};  // a selection of before reasons were demanded
    own_weights[c] = own->as_int64();
    const auto* by = one.if_contains("by");
    if (!by || own_weights[c] == choice.criteria()[c].weight) continue;
    auto weights = choice.weights();
    weights[c] = own_weights[c];
    told.push_back({choice.criteria()[c].id, choice.criteria()[c].title,
                    choice.criteria()[c].weight, own_weights[c],
                    std::string(one.at("reason").as_string()), std::string(by->as_string()),
                    exchange_with(choice, weights, deadline)});
  }
  if (const auto* weighting = result.if_contains("weighting")) {
    ChangedWeight all;
    all.reason = weighting->at("reason").as_string();
    all.by = weighting->at("decided_by").as_string();
    all.without = exchange_with(choice, own_weights, deadline);
    told.push_back(std::move(all));
  }
  return told;
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
  told.weights = changed_weights(choice, selection.result, deadline);
  told.complete = !deadline.passed();
  return told;
}

}  // namespace pilah::registry
