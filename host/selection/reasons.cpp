#include "pilah/selection/reasons.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <numeric>
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
  options_.progress = nullptr;
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

Reason Explainer::explain(Position candidate) { return answer(candidate, *resolver_); }

Reason Explainer::answer(Position candidate, Resolver& resolver) const {
  Reason reason;
  reason.candidate = candidate;
  reason.chosen = contains(chosen_.positions, candidate);
  const bool in = !reason.chosen;  // the opposite of what was chosen
  if (in) reason.obstacles = obstacles(*problem_, chosen_.positions, candidate);
  const Forcing opposite{candidate, in};
  engine::Effort effort(options_);
  engine::Ranked ranked = resolver.best(opposite, effort);
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

// Each half has a resolver of its own from beginning to end: what a question costs, and
// whether a limit of work comes first, must not depend on how threads ran.
std::vector<Reason> Explainer::explain(std::span<const Position> candidates) {
  std::vector<Reason> result(candidates.size());
  const std::size_t middle = candidates.size() / 2;
  const auto answer_from = [&](std::size_t first, std::size_t last, Resolver& resolver) {
    for (std::size_t i = first; i < last; ++i) result[i] = answer(candidates[i], resolver);
  };
  const auto second_half = [&] {
    Resolver resolver(*problem_);
    resolver.remember(chosen_.positions);
    answer_from(middle, candidates.size(), resolver);
  };
  if (options_.threads < 2 || middle == 0) {
    answer_from(0, middle, *resolver_);
    second_half();
    return result;
  }
  auto other = std::async(std::launch::async, second_half);
  answer_from(0, middle, *resolver_);
  other.get();
  return result;
}

std::vector<Reason> Explainer::explain_all() {
  std::vector<Position> all(problem_->size());
  std::iota(all.begin(), all.end(), Position{0});
  return explain(all);
}

}  // namespace pilah::selection
