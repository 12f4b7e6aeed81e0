// Where a candidate stands (selection/standing.hpp) with the changes that a question
// supposes.
//
// Where the constraints see no difference that is where it stands as it is. Else a
// problem with the changed candidate is solved: one together for the first such change of
// each candidate, and for a further one of the same candidate one made anew. Both are
// done so many times at most.
//
// Refers to what it is given. Threads: one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
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
  /// So many eligible candidates, the best, are solved for together ...
  static constexpr std::size_t kMostSolvedBeside = 32;
  /// ... and so many problems are made anew for one change of one candidate ...
  static constexpr std::size_t kMostSolvedAgain = 4;
  /// ... of so many candidates, all problems together.
  static constexpr std::size_t kMostCandidatesSolvedAgain = 20'000;

  ChangedStandings(const Choice& choice, const Questions& questions, const Findings& findings);

  /// The first of each candidate's questions that need a problem of their own: of those
  /// that are not eligible the first that makes it so, of the others the first that
  /// moves() them and leaves them eligible. Called once, before any other.
  void expect(const std::vector<std::size_t>& not_eligible,
              const std::vector<std::size_t>& eligible);
  /// Whether the constraints see a difference.
  bool moves(std::size_t row) const;

  /// The next questions are about that candidate; `reason`: why it is not chosen, null
  /// when it is not eligible.
  void begin(std::size_t place, const selection::Reason* reason);
  /// With the changes of that row, which leave it eligible. Nothing: it was not solved,
  /// or what it needs keeps it out, or it cannot be in the answer.
  const ChangedStanding* with(std::size_t row);

 private:
  struct Solved {
    std::string stand;
    std::optional<ChangedStanding> found;
  };

  /// Candidates that stand in one problem, by row.
  struct Together {
    std::shared_ptr<const selection::Problem> problem;
    std::unique_ptr<selection::Standings> standings;
    std::map<std::size_t, selection::Position> positions;
  };

  const Question& question(std::size_t row) const { return questions_.all()[row]; }
  std::string with_groups(std::string stand, const std::vector<FoundGroup>& groups,
                          std::size_t row) const;
  std::string stand_as_it_is(std::size_t place) const;
  Together together(const std::vector<std::size_t>& rows, bool beside) const;
  std::optional<ChangedStanding> solve(Together& together, std::size_t row);
  Together* expected(std::size_t row, const std::string& stand);
  std::optional<ChangedStanding> solve_again(std::size_t row);

  const Choice& choice_;
  const Questions& questions_;
  const Findings& findings_;
  const ChangedProblems changed_;
  std::map<std::size_t, std::size_t> first_;  // by place: its row that was expected
  std::vector<std::size_t> eligible_rows_;    // of first_
  Together made_eligible_;
  std::optional<Together> beside_;  // once one is asked for

  // Of the candidate asked about.
  std::size_t place_ = 0;
  std::vector<Solved> solved_;

  std::size_t solved_again_ = 0;
  std::size_t looked_at_ = 0;  // candidates of the problems that were made anew
  std::uint64_t work_ = 0;
};

}  // namespace pilah::registry
