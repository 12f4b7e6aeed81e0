#include "pilah/selection/reasons.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pilah/selection/conflict.hpp"
#include "pilah/selection/engine/resolver.hpp"

namespace pilah::selection {
namespace {

using Set = std::vector<Position>;

bool contains(const Set& set, Position candidate) {
  return std::binary_search(set.begin(), set.end(), candidate);
}

Set without(const Set& set, const Set& others) {
  Set result;
  std::set_difference(set.begin(), set.end(), others.begin(), others.end(),
                      std::back_inserter(result));
  return result;
}

// Sets near the chosen one in which the candidate is forced: they show quickly
// which constraints can hold together with it.
std::vector<Set> near_sets(const Set& chosen, Position candidate, bool in) {
  if (!in) return {without(chosen, {candidate})};
  Set joined = chosen;
  joined.insert(std::lower_bound(joined.begin(), joined.end(), candidate), candidate);
  std::vector<Set> result = {joined, {candidate}};
  constexpr std::size_t kMostReplaced = 30;
  for (std::size_t i = 0; i < chosen.size() && i < kMostReplaced; ++i) {
    result.push_back(without(joined, {chosen[i]}));
  }
  return result;
}

}  // namespace

Tie tie_between(const Problem& problem, const ChosenSet& a, const ChosenSet& b) {
  for (const ResourceIndex resource : engine::ranking_resources(problem)) {
    if (a.uses[resource] != b.uses[resource]) return {resource};
  }
  return {};
}

class Explainer::Resolver : public engine::Resolver {
  using engine::Resolver::Resolver;
};

Explainer::Explainer(const Problem& problem, ChosenSet chosen, SolveOptions options)
    : problem_(&problem),
      chosen_(std::move(chosen)),
      options_(std::move(options)),
      resolver_(std::make_unique<Resolver>(problem)) {
  resolver_->remember(chosen_.positions);
}

Explainer::~Explainer() = default;

// What changes, and what decided if the score does not.
void Explainer::compare(Reason& reason, const ChosenSet& other) const {
  reason.difference = chosen_.score - other.score;
  reason.enter = without(other.positions, chosen_.positions);
  reason.leave = without(chosen_.positions, other.positions);
  if (*reason.difference == 0) reason.tie = tie_between(*problem_, chosen_, other);
}

Reason Explainer::explain(Position candidate) {
  Reason reason;
  reason.candidate = candidate;
  reason.chosen = contains(chosen_.positions, candidate);
  const bool in = !reason.chosen;  // the opposite of what was chosen
  if (in) reason.obstacles = obstacles(*problem_, chosen_.positions, candidate);
  const Forcing opposite{candidate, in};
  engine::Effort effort(options_);
  engine::Ranked ranked = resolver_->best(opposite, effort);
  reason.proven = ranked.complete;
  if (!ranked.complete) return reason;
  if (ranked.sets.empty()) {
    reason.conflict =
        named(*problem_, irreducible_conflict(*problem_, {.forced = {opposite}},
                                              near_sets(chosen_.positions, candidate, in), effort));
    return reason;
  }
  compare(reason, chosen_set(*problem_, std::move(ranked.sets.front())));
  return reason;
}

std::vector<Reason> Explainer::explain_all() {
  std::vector<Reason> result;
  result.reserve(problem_->size());
  for (Position candidate = 0; candidate < problem_->size(); ++candidate) {
    result.push_back(explain(candidate));
  }
  return result;
}

}  // namespace pilah::selection
