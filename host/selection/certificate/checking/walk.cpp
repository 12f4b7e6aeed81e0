#include "pilah/selection/certificate/checking/walk.hpp"

#include <algorithm>

#include "pilah/selection/certificate/checking/flaw.hpp"

namespace pilah::selection::checking {

void Walk::run(const Decisions& decisions, const ProvenBound& proven, Wide room,
               std::optional<Wide> threshold) {
  threshold_ = threshold;
  order_.clear();
  chosen_ = decisions.settled_in();
  const Set& open = decisions.open();
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (decisions.is_free(open[i])) order_.push_back({proven.costs[i], open[i]});
    if (decisions.of(open[i]) == Decisions::State::kIn) chosen_.push_back(open[i]);
  }
  if (order_.size() > kDeepest) throw Flaw{"A node leaves too much to walk."};
  std::sort(order_.begin(), order_.end(), [](const auto& a, const auto& b) {
    const Wide left = absolute(a.first);
    const Wide right = absolute(b.first);
    return left != right ? left > right : a.second < b.second;
  });
  used_.assign(problem_->resources().size(), 0);
  for (const Position each : chosen_) {
    for (const Use& use : problem_->uses(each)) used_[use.resource] += use.amount;
  }
  step(0, room);
}

void Walk::step(std::size_t place, Wide room) {
  if (++steps_ > most_steps_) throw Flaw{"The walk takes too long."};
  if (place == order_.size()) return look_at_set();
  const auto [cost, candidate] = order_[place];
  const Wide left = threshold_ ? room - absolute(cost) : room;
  if (cost <= 0 || left >= 0) step(place + 1, cost <= 0 ? room : left);
  if ((cost <= 0 && left < 0) || !fits(candidate)) return;
  for (const Use& use : problem_->uses(candidate)) used_[use.resource] += use.amount;
  chosen_.push_back(candidate);
  step(place + 1, cost > 0 ? room : left);
  chosen_.pop_back();
  for (const Use& use : problem_->uses(candidate)) used_[use.resource] -= use.amount;
}

// Uses are never negative, so what is too much stays so.
bool Walk::fits(Position candidate) const {
  if (rows_->count.upper && static_cast<std::int64_t>(chosen_.size()) >= *rows_->count.upper) {
    return false;
  }
  const auto uses = problem_->uses(candidate);
  return std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
    const auto& upper = rows_->resources[use.resource].upper;
    return !upper || used_[use.resource] + use.amount <= *upper;
  });
}

void Walk::look_at_set() const {
  Set set = chosen_;
  std::sort(set.begin(), set.end());
  const std::int64_t score = score_of(*problem_, set);
  if (threshold_ && score < *threshold_) return;
  if (!rows_->met_by(set)) return;
  if (certificate_->claim == Certificate::Claim::kInfeasible) {
    throw Flaw{"There is a set that meets the constraints."};
  }
  if (score > certificate_->bound) throw Flaw{"There is a set with a higher score."};
  if (comes_before(set, *certificate_->selected)) {
    throw Flaw{"There is a set of the same score that comes before the selected one."};
  }
}

// Of two sets of equal score, by the total order of answers (solve.hpp).
bool Walk::comes_before(const Set& set, const Set& other) const {
  const auto total = [&](const Set& of, ResourceIndex resource) {
    std::int64_t sum = 0;
    for (const Position each : of) sum += problem_->use(each, resource);
    return sum;
  };
  for (const Limit& limit : problem_->limits()) {
    const std::int64_t here = total(set, limit.resource);
    const std::int64_t there = total(other, limit.resource);
    if (here != there) return here < there;
  }
  return set < other;
}

std::int64_t score_of(const Problem& problem, const Set& set) {
  std::int64_t score = 0;
  for (const Position each : set) score += problem.score(each);
  return score;
}

}  // namespace pilah::selection::checking
