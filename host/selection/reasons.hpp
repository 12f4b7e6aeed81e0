// Why a candidate is in the chosen set or out of it, by exact re-solves.
//
// With V* the best score and V(A) the best score under an extra condition A:
//   chosen i:      V* - V(i out) is what its going would cost, and the best set
//                  without it shows who would come in;
//   not chosen i:  V* - V(i in) is what it lacks: with more than that many points
//                  it would be chosen; the best set with it shows who would leave.
// Where V(A) does not exist, an irreducible set of constraints says why; where
// it equals V*, the total order of answers (solve.hpp) has decided, and the
// reason says by what.
//
// Ownership: refers to the problem, which must outlive it. Threads: one call at a
// time. One Explainer answers many questions: re-solves start from the
// last one's relaxation.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/constraint.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

// A constraint that the chosen set meets with nothing to spare.
struct Tight {
  Constraint constraint;
  std::string pointer;
  Message message;
  std::optional<GroupIndex> group;  // of a bound: the group that is at its end
  std::int64_t value = 0;           // what the set has, which is what is demanded
  std::vector<Position> holders;    // the chosen candidates that count towards it
};

// A constraint that would be broken if the candidate simply joined the chosen.
struct Obstacle {
  Constraint constraint;
  std::string pointer;
  Message message;
  std::optional<GroupIndex> group;  // of a bound: the group that is full
  std::vector<Position> holders;    // the chosen who take the place, or what it needs

  bool operator==(const Obstacle&) const = default;
};

// What decided between sets of equal score.
struct Tie {
  std::optional<ResourceIndex> resource;  // the lower total of it; none: position

  bool operator==(const Tie&) const = default;
};
Tie tie_between(const Problem& problem, const ChosenSet& a, const ChosenSet& b);

struct Reason {
  Position candidate = 0;
  bool chosen = false;

  // False: a limit came first and nothing below is proven.
  bool proven = true;

  // V* - V(the opposite); nothing if the opposite is impossible.
  std::optional<std::int64_t> difference;
  // The best set under the opposite against the chosen one.
  std::vector<Position> enter, leave;
  // If the opposite is impossible: what cannot hold together with it.
  std::vector<Conflict> conflict;
  // If the difference is 0.
  std::optional<Tie> tie;
  // Not chosen only.
  std::vector<Obstacle> obstacles;

  bool operator==(const Reason&) const = default;
};

class Explainer {
 public:
  // chosen is the best of a proven Answer. options bound each question; their progress
  // is not told.
  Explainer(const Problem& problem, ChosenSet chosen, SolveOptions options = {});
  ~Explainer();
  Explainer(const Explainer&) = delete;
  Explainer& operator=(const Explainer&) = delete;

  // Requires: candidate < problem.size().
  Reason explain(Position candidate);

  // One for each of these candidates, in their order. Works in two halves, on as many
  // threads as SolveOptions::threads allows; the answers do not depend on that.
  std::vector<Reason> explain(std::span<const Position> candidates);
  // The same for all.
  std::vector<Reason> explain_all();

  // Every constraint without room, in the order of constraints_of().
  std::vector<Tight> binding() const;

 private:
  class Resolver;
  Reason answer(Position candidate, Resolver& resolver) const;
  void compare(Reason& reason, const ChosenSet& other) const;

  const Problem* problem_;
  ChosenSet chosen_;
  SolveOptions options_;
  std::unique_ptr<Resolver> resolver_;
};

// What stands in the way of a candidate joining a set (positions ascending).
std::vector<Obstacle> obstacles(const Problem& problem, const std::vector<Position>& chosen,
                                Position candidate);

}  // namespace pilah::selection
