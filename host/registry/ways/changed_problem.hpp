// The problem of a choice with candidates as they would be, everything else as it is.
//
// Of several changed candidates at most one can be in a set, so that each has the problem
// to itself.
//
// Refers to the choice. Any thread.
#pragma once

#include <optional>
#include <vector>

#include "pilah/registry/choice/reasons_of.hpp"

namespace pilah::registry {

struct ChangedCandidate {
  std::size_t place = 0;
  const Candidate* candidate = nullptr;  ///< as it would be
  const Judged* judged = nullptr;
  std::size_t row = 0;  ///< of the rules' findings about it
};

struct ChangedProblem {
  selection::Problem problem;
  /// By changed candidate; nothing: what it needs keeps it out.
  std::vector<std::optional<selection::Position>> positions;
  /// What the choice chose, which is the best set here too without the changed
  /// candidates; nothing: then there is no such set, since one of them names a group of
  /// which there must be one, and which nobody else names.
  std::optional<selection::ChosenSet> without;
};

class ChangedProblems {
 public:
  explicit ChangedProblems(const Choice& choice);

  /// Made anew by the rules of problem_of.hpp, so that all that follows from a change
  /// follows: another order, a group that nobody named, who may come in with it.
  /// Nothing: its numbers are too large to be reckoned with.
  /// Requires: none of them is chosen; each place once.
  std::optional<ChangedProblem> with(const std::vector<ChangedCandidate>& changed,
                                     const Findings& findings) const;

  /// The choice's own with each changed candidate beside itself as it is, of which not
  /// both can be in a set: cheaper. One that others need has no position there, nor has one
  /// whose owner changes. Requires: they are in the choice's problem.
  std::optional<ChangedProblem> beside(const std::vector<ChangedCandidate>& changed,
                                       const Findings& findings) const;

 private:
  std::vector<FoundGroup> groups_with(const std::vector<ChangedCandidate>& changed,
                                      const Findings& findings) const;
  std::optional<ChangedProblem> read(
      boost::json::object document,
      std::vector<std::optional<selection::Position>> positions) const;

  const Choice& choice_;
  const std::vector<Judged> judged_;  // before relations and packages had their say
};

}  // namespace pilah::registry
