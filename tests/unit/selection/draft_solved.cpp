// Apart from draft.cpp, which is also part of programs without Catch2 (tests/fuzz).
#include "draft.hpp"
#include "pilah/selection/certificate/certify.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {

Answer solved(const Problem& problem, const SolveOptions& options) {
  Answer answer = solve(problem, options);
  const auto certificate = certify(problem, answer, options);
  REQUIRE(certificate);
  const Verdict verdict = check(problem, *certificate);
  INFO(verdict.flaw);
  REQUIRE(verdict.holds);
  if (answer.status == Status::kInfeasible) REQUIRE(verdict.infeasible);
  if (answer.status == Status::kOptimal) {
    REQUIRE(verdict.bound_value == answer.bound);
    // Only where ties are too many to be proven one by one, the order is not.
    REQUIRE((verdict.order || answer.optimal_sets == kMostOptimalSets));
  }
  return answer;
}

}  // namespace pilah::selection::tests
