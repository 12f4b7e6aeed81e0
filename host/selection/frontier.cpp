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

}  // namespace

Frontier frontier(const Problem& problem, ResourceIndex resource, std::size_t most_points,
                  const SolveOptions& options) {
  Frontier result;
  std::int64_t most = total_use(problem, resource);
  while (most >= 0) {
    Answer answer = within(problem, resource, most, options);
    if (answer.status == Status::kInfeasible) return result;
    result.complete = answer.status == Status::kOptimal;
    if (!result.complete) return result;
    ChosenSet& set = answer.best.front();
    most = set.uses[resource] - 1;
    // Of equal scores the one of less use comes later.
    if (!result.points.empty() && result.points.back().score == set.score) {
      result.points.back() = std::move(set);
      continue;
    }
    result.complete = result.points.size() < most_points;
    if (!result.complete) return result;
    result.points.push_back(std::move(set));
  }
  return result;
}

std::optional<Step> next_step(const Problem& problem, const ChosenSet& chosen,
                              ResourceIndex resource, const SolveOptions& options) {
  const auto limit = limit_of(problem, resource);
  if (!limit) return std::nullopt;
  // The sets within `least` are no better than the chosen one; `best` is.
  std::int64_t least = *limit;
  std::optional<ChosenSet> best;
  std::int64_t most = std::max(total_use(problem, resource), *limit);
  while (least < most) {
    const std::int64_t middle = best ? least + (most - least) / 2 : most;
    Answer answer = within(problem, resource, middle, options);
    if (answer.status != Status::kOptimal) return std::nullopt;
    if (answer.best.front().score > chosen.score) {
      best = std::move(answer.best.front());
      most = best->uses[resource];
    } else if (best) {
      least = middle + 1;
    } else {
      return std::nullopt;
    }
  }
  if (!best) return std::nullopt;
  return Step{most - *limit, *std::move(best)};
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
