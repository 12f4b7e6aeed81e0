// What more of a resource can buy: the exact frontier of score against use, and
// the next step of it.
//
// A point of the frontier is a set that scores more than every set of the same or
// a smaller use. Points that no weighting of score and use would find are there
// too (epsilon constraint method: Haimes, Lasdon and Wismer, IEEE Transactions on
// Systems, Man and Cybernetics 1, 1971). Every other constraint holds; the
// resource's own limit does not.
//
// Units: of the resource. Threads: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

struct Frontier {
  // By score, the highest first; so by use, the highest first.
  std::vector<ChosenSet> points;
  // False: there are more points than were asked for, of less use than these, or a
  // limit of the options came first.
  bool complete = true;
};

Frontier frontier(const Problem& problem, ResourceIndex resource, std::size_t most_points,
                  const SolveOptions& options = {});

// The points next to a set: the one of its score, at most `dearer` above it and
// `cheaper` below. Complete: there is no other. Requires: chosen is the best set of its
// use or less.
Frontier frontier_around(const Problem& problem, const ChosenSet& chosen, ResourceIndex resource,
                         std::size_t dearer, std::size_t cheaper, const SolveOptions& options = {});

// The least more of something that makes a better set possible, and that set.
struct Step {
  std::int64_t more = 0;
  ChosenSet set;
};

// Of the resource's limit. Nothing: no more of it helps, the resource has no
// limit, or a limit of the options came first.
std::optional<Step> next_step(const Problem& problem, const ChosenSet& chosen,
                              ResourceIndex resource, const SolveOptions& options = {});

// The best set with one place more than the count allows; nothing if it is no
// better, if the count has no maximum or a limit of the options came first.
std::optional<Step> next_place(const Problem& problem, const ChosenSet& chosen,
                               const SolveOptions& options = {});

// The largest use of the resource with which the candidate, all else equal, would
// be in a set that scores no less than the chosen one. Less than what it uses now.
// Nothing: not even without any use, the resource has no limit, or a limit of the
// options came first. Requires: the candidate is not chosen.
std::optional<std::int64_t> largest_use(const Problem& problem, const ChosenSet& chosen,
                                        Position candidate, ResourceIndex resource,
                                        const SolveOptions& options = {});

}  // namespace pilah::selection
