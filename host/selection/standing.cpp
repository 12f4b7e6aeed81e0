#include "pilah/selection/standing.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pilah/selection/engine/resolver.hpp"

namespace pilah::selection {
namespace {

using Set = std::vector<Position>;

// Requires: equal scores.
bool comes_first(const Problem& problem, const ChosenSet& a, const ChosenSet& b) {
  for (const ResourceIndex resource : engine::ranking_resources(problem)) {
    if (a.uses[resource] != b.uses[resource]) return a.uses[resource] < b.uses[resource];
  }
  return a.positions < b.positions;
}

Set replaced(const Set& chosen, const Set& leave, const Set& enter) {
  Set stay;
  std::set_difference(chosen.begin(), chosen.end(), leave.begin(), leave.end(),
                      std::back_inserter(stay));
  Set result;
  std::merge(stay.begin(), stay.end(), enter.begin(), enter.end(), std::back_inserter(result));
  return result;
}

}  // namespace

std::optional<std::int64_t> Standing::lacks() const {
  if (!with || !without) return std::nullopt;
  return without->score - with->score;
}

Standing standing_of(const Problem& problem, const ChosenSet& chosen, const Reason& reason) {
  Standing standing;
  standing.without = chosen;
  if (reason.difference) {
    standing.with = chosen_set(problem, replaced(chosen.positions, reason.leave, reason.enter));
  }
  return standing;
}

class Standings::Resolver : public engine::Resolver {
  using engine::Resolver::Resolver;
};

Standings::Standings(const Problem& problem, std::optional<ChosenSet> without, SolveOptions options)
    : problem_(&problem),
      without_(std::move(without)),
      options_(std::move(options)),
      resolver_(std::make_unique<Resolver>(problem)) {
  if (without_) resolver_->remember(without_->positions);
}

Standings::~Standings() = default;

Standing Standings::of(Position candidate) {
  Standing standing;
  engine::Effort effort(options_);
  engine::Ranked ranked = resolver_->best({candidate, true}, effort);
  standing.proven = ranked.complete;
  standing.work = effort.work();
  standing.without = without_;
  if (standing.proven && !ranked.sets.empty()) {
    standing.with = chosen_set(*problem_, std::move(ranked.sets.front()));
  }
  return standing;
}

bool joins(const Problem& problem, const Standing& standing, std::int64_t more) {
  if (!standing.with) return false;
  const auto lacks = standing.lacks();
  if (!lacks || more > *lacks) return true;
  return more == *lacks && comes_first(problem, *standing.with, *standing.without);
}

std::optional<Tie> tie_of(const Problem& problem, const Standing& standing, std::int64_t more) {
  if (standing.lacks() != more) return std::nullopt;
  return tie_between(problem, *standing.with, *standing.without);
}

}  // namespace pilah::selection
