// Where a candidate stands (selection/standing.hpp) with the changes that a question
// supposes.
//
// Where the constraints see no difference that is where it stands as it is. Else the
// problem is made anew with the changed candidate and solved again: together for
// several candidates, or for one change at a time, and of these at most so many.
//
// Refers to what it is given. Threads: one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pilah/registry/ways/changed_problem.hpp"
#include "pilah/registry/ways/questions.hpp"
#include "pilah/selection/standing.hpp"

namespace pilah::registry {

struct ChangedStanding {
  selection::Standing standing;
  std::int64_t score = 0;  ///< at which it stands so
  std::shared_ptr<const selection::Problem> problem;
};

class ChangedStandings {
 public:
  /// So many problems are made anew for one change of one candidate ...
  static constexpr std::size_t kMostSolvedAgain = 16;
  /// ... of so many candidates, all problems together.
  static constexpr std::size_t kMostCandidatesSolvedAgain = 20'000;

  ChangedStandings(const Choice& choice, const Questions& questions, const Findings& findings);

  /// Solves one problem for these rows, each of another candidate that is not eligible.
  void solve_together(const std::vector<std::size_t>& rows);

  /// The next questions are about that candidate; `reason`: why it is not chosen, null
  /// when it is not eligible.
  void begin(std::size_t place, const selection::Reason* reason);
  /// With the changes of that row, which leave it eligible. Nothing: it was not solved,
  /// or what it needs keeps it out, or it cannot be in the answer.
  const ChangedStanding* with(std::size_t row);

 private:
  struct Solved {
    Stand stand;
    std::optional<ChangedStanding> found;
  };

  const Question& question(std::size_t row) const { return questions_.all()[row]; }
  Stand with_groups(Stand stand, const std::vector<FoundGroup>& groups, std::size_t row) const;
  bool cannot_join(std::size_t row, const Stand& stand);
  std::vector<Solved> solve(const std::vector<std::size_t>& rows);
  std::optional<selection::Standing> stand(selection::Standings& standings,
                                           selection::Position position);

  const Choice& choice_;
  const Questions& questions_;
  const Findings& findings_;
  const ChangedProblems changed_;
  std::map<std::size_t, Solved> together_;       // by place
  std::optional<selection::Problem> any_areas_;  // the choice's without constraints on areas
  std::optional<selection::Standings> with_any_areas_;

  // Of the candidate asked about.
  std::size_t place_ = 0;
  Stand as_it_is_;
  bool eligible_ = false;
  std::vector<Solved> solved_;
  std::optional<std::optional<std::int64_t>> most_with_any_areas_;

  std::size_t solved_again_ = 0;
  std::size_t looked_at_ = 0;  // candidates of the problems that were made anew
  std::uint64_t work_ = 0;
};

}  // namespace pilah::registry
