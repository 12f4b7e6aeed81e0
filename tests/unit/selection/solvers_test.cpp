// The engine against outside solvers on problems too large to try every set. They
// compute in floating point, so the score is compared, and the engine's set is
// checked against the constraints.
#include <filesystem>
#include <fstream>
#include <random>

#include "draft.hpp"
#include "pilah/selection/problem_document.hpp"
#include "solvers/outside_solver.hpp"
#include "solvers/problem_files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace pilah::selection::tests {
namespace {

Draft large_draft(std::mt19937_64& random) {
  Shape shape;
  shape.least_candidates = 30;
  shape.most_candidates = 300;
  shape.least_score = -2'000;
  shape.most_score = 100'000;
  shape.most_use = 5'000;
  shape.tight = false;
  Draft draft = random_draft(random, shape);
  const auto n = static_cast<std::int64_t>(draft.candidates.size());
  draft.count_max = draw(random, 3, std::min<std::int64_t>(n / 3, 30));
  if (draft.count_min) draft.count_min = std::min(*draft.count_min, *draft.count_max);
  for (auto& [resource, max] : draft.limits) {
    if (max) max = draw(random, *draft.count_max * 200, *draft.count_max * 3'000);
  }
  draft.bounds.clear();
  draft.bounds.push_back({"dimension:*", draw(random, 0, 1), std::nullopt});
  draft.bounds.push_back({"organisation:*", std::nullopt, draw(random, 1, 8)});
  for (std::int64_t pairs = n / 20; pairs > 0; --pairs) {
    // Braces: drawn in this order by every compiler.
    const auto drawn = [&] { return static_cast<std::size_t>(draw(random, 0, n - 1)); };
    draft.required.push_back({drawn(), drawn()});
    draft.excluding.push_back({drawn(), drawn()});
  }
  return draft;
}

void compare_with(solvers::Solver solver, std::uint64_t seed) {
  if (!solvers::installed(solver)) {
    WARN(solvers::program(solver) << " is not installed (scripts/bootstrap installs it)");
    return;
  }
  const pilah::tests::TemporaryFolder folder;
  const std::filesystem::path lp = folder.path() / "problem.lp";
  std::mt19937_64 random(seed);
  int compared = 0;
  for (int i = 0; i < 60; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Draft draft = large_draft(random);
    const Problem problem = draft.problem();
    {
      std::ofstream out(lp);
      solvers::write_lp(out, problem);
    }
    const Answer answer = solved(problem);
    const auto expected = solvers::solve_outside(solver, lp, folder.path(), 60);
    REQUIRE(expected.ran.finished);
    if (!expected.score) {
      CHECK(answer.status == Status::kInfeasible);
      continue;
    }
    ++compared;
    REQUIRE(answer.status == Status::kOptimal);
    CHECK(answer.best.front().score == *expected.score);
    CHECK(allowed(draft, answer.best.front().positions));
    CHECK(score_of(draft, answer.best.front().positions) == *expected.score);
  }
  CHECK(compared > 30);
}

}  // namespace

TEST_CASE("random problems of 30 to 300 candidates have the score that glpsol finds") {
  compare_with(solvers::Solver::kGlpsol, 31);
}

TEST_CASE("random problems of 30 to 300 candidates have the score that cbc finds") {
  compare_with(solvers::Solver::kCbc, 32);
}

TEST_CASE("a problem survives its document") {
  std::mt19937_64 random(17);
  for (int i = 0; i < 50; ++i) {
    const Problem problem = random_draft(random, {}).problem();
    std::ostringstream first;
    solvers::write_document(first, problem);
    const auto read = read_problem(first.str());
    REQUIRE(std::holds_alternative<Problem>(read));
    std::ostringstream second;
    solvers::write_document(second, std::get<Problem>(read));
    CHECK(first.str() == second.str());
    CHECK(solve(std::get<Problem>(read)).best == solve(problem).best);
  }
}

}  // namespace pilah::selection::tests
