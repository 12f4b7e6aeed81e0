#include "pilah/selection/frontier.hpp"

#include <algorithm>

namespace pilah::selection {
namespace {

// The smallest of the resource's limits.
std::optional<std::int64_t> limit_of(const Problem& problem, ResourceIndex resource) {
  std::optional<std::int64_t> result;
  for (const Limit& limit : problem.limits()) {
    if (limit.resource != resource || !limit.max) continue;
    result = result ? std::min(*result, limit.max->value) : limit.max->value;
  }
  return result;
}

std::int64_t total_use(const Problem& problem, ResourceIndex resource) {
  std::int64_t sum = 0;
  for (Position i = 0; i < problem.size(); ++i) sum += problem.use(i, resource);
  return sum;
}

// The best set when at most so much is used.
Answer within(const Problem& problem, ResourceIndex resource, std::int64_t most,
              const SolveOptions& options, std::optional<Position> with = {}) {
  Variation variation;
  variation.limits.push_back({resource, most});
  if (with) variation.forced.push_back({*with, true});
  return solve(problem, variation, options);
}

// The best set of the least use with which a set can score more than that. Nothing: none
// does, or a limit of the options came first, which `known` says.
std::optional<ChosenSet> cheapest_better(const Problem& problem, ResourceIndex resource,
                                         std::int64_t score, const SolveOptions& options,
                                         bool& known) {
  Variation variation;
  variation.limits.push_back({resource, total_use(problem, resource)});
  variation.least_score = score + 1;
  for (Position i = 0; i < problem.size(); ++i) {
    variation.scores.push_back(-problem.use(i, resource));
  }
  const Answer cheapest = solve(problem, variation, options);
  known = cheapest.status != Status::kLimit;
  if (cheapest.status != Status::kOptimal) return std::nullopt;
  Answer answer = within(problem, resource, -cheapest.best.front().score, options);
  known = answer.status == Status::kOptimal;
  return known ? std::optional(std::move(answer.best.front())) : std::nullopt;
}

// Adds the points from `most` downwards until there are so many.
void add_points(const Problem& problem, ResourceIndex resource, std::int64_t most,
                std::size_t most_points, const SolveOptions& options, Frontier& result) {
  while (most >= 0) {
    Answer answer = within(problem, resource, most, options);
    if (answer.status == Status::kInfeasible) return;
    result.complete = answer.status == Status::kOptimal && result.complete;
    if (answer.status != Status::kOptimal) return;
    ChosenSet& set = answer.best.front();
    most = set.uses[resource] - 1;
    // Of equal scores the one of less use comes later.
    if (!result.points.empty() && result.points.back().score == set.score) {
      result.points.back() = std::move(set);
      continue;
    }
    if (result.points.size() == most_points) {
      result.complete = false;
      return;
    }
    result.points.push_back(std::move(set));
  }
}

}  // namespace

Frontier frontier(const Problem& problem, ResourceIndex resource, std::size_t most_points,
                  const SolveOptions& options) {
  Frontier result;
  add_points(problem, resource, total_use(problem, resource), most_points, options, result);
  return result;
}

Frontier frontier_around(const Problem& problem, const ChosenSet& chosen, ResourceIndex resource,
                         std::size_t dearer, std::size_t cheaper, const SolveOptions& options) {
  Frontier result;
  std::int64_t score = chosen.score;
  bool known = true;
  while (auto better = cheapest_better(problem, resource, score, options, known)) {
    result.complete = result.points.size() < dearer;
    if (!result.complete) break;
    score = better->score;
    result.points.insert(result.points.begin(), std::move(*better));
  }
  result.complete = result.complete && known;
  const std::size_t most_points = result.points.size() + 1 + cheaper;
  add_points(problem, resource, chosen.uses[resource], most_points, options, result);
  return result;
}

std::optional<Step> next_step(const Problem& problem, const ChosenSet& chosen,
                              ResourceIndex resource, const SolveOptions& options) {
  const auto limit = limit_of(problem, resource);
  if (!limit) return std::nullopt;
  bool known = true;
  auto better = cheapest_better(problem, resource, chosen.score, options, known);
  if (!better) return std::nullopt;
  const std::int64_t more = better->uses[resource] - *limit;
  return Step{more, *std::move(better)};
}

std::optional<Step> next_place(const Problem& problem, const ChosenSet& chosen,
                               const SolveOptions& options) {
  if (!problem.count_max()) return std::nullopt;
  Variation variation;
  variation.demanded.push_back({{Constraint::Kind::kCountMax, 0}, problem.count_max()->value + 1});
  Answer answer = solve(problem, variation, options);
  if (answer.status != Status::kOptimal) return std::nullopt;
  if (answer.best.front().score <= chosen.score) return std::nullopt;
  return Step{1, std::move(answer.best.front())};
}

std::optional<std::int64_t> largest_use(const Problem& problem, const ChosenSet& chosen,
                                        Position candidate, ResourceIndex resource,
                                        const SolveOptions& options) {
  const auto limit = limit_of(problem, resource);
  if (!limit) return std::nullopt;
  const std::int64_t now = problem.use(candidate, resource);
  // A smaller use of the one that is in leaves so much more for the others.
  enum class Fits { kYes, kNo, kUnknown };
  const auto fits = [&](std::int64_t use) {
    const Answer answer = within(problem, resource, *limit + now - use, options, candidate);
    if (answer.status == Status::kLimit) return Fits::kUnknown;
    if (answer.status == Status::kInfeasible) return Fits::kNo;
    return answer.best.front().score >= chosen.score ? Fits::kYes : Fits::kNo;
  };
  if (fits(0) != Fits::kYes) return std::nullopt;
  std::int64_t least = 0;   // fits
  std::int64_t most = now;  // does not, or is what it uses now
  while (most - least > 1) {
    const std::int64_t middle = least + (most - least) / 2;
    const Fits answer = fits(middle);
    if (answer == Fits::kUnknown) return std::nullopt;
    (answer == Fits::kYes ? least : most) = middle;
  }
  return least;
}

}  // namespace pilah::selection
