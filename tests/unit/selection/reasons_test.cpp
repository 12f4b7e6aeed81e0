// Reasons and conflicts against trying every set.
#include "pilah/selection/reasons.hpp"

#include <algorithm>
#include <iterator>
#include <random>

#include "draft.hpp"
#include "pilah/selection/conflict.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;

Set difference(const Set& a, const Set& b) {
  Set result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

bool contains(const Set& set, Position candidate) {
  return std::find(set.begin(), set.end(), candidate) != set.end();
}

// Whether some set meets all of the constraints, and has the candidate in or out
// if one is given.
bool possible(const Problem& problem, const std::vector<Constraint>& constraints,
              std::optional<std::pair<Position, bool>> forced) {
  for (std::uint32_t bits = 0; bits < (1U << problem.size()); ++bits) {
    Set set;
    for (Position i = 0; i < problem.size(); ++i) {
      if ((bits >> i & 1U) != 0) set.push_back(i);
    }
    if (forced && contains(set, forced->first) != forced->second) continue;
    if (std::all_of(constraints.begin(), constraints.end(), [&](const Constraint& constraint) {
          return holds(problem, constraint, set);
        })) {
      return true;
    }
  }
  return false;
}

void check_irreducible(const Problem& problem, const std::vector<Conflict>& conflict,
                       std::optional<std::pair<Position, bool>> forced) {
  std::vector<Constraint> members;
  for (const Constraint& constraint : constraints_of(problem)) {
    const Conflict named{constraint, pointer_of(problem, constraint),
                         describe(problem, constraint)};
    if (std::find(conflict.begin(), conflict.end(), named) != conflict.end()) {
      members.push_back(constraint);
    }
  }
  REQUIRE(members.size() == conflict.size());
  CHECK_FALSE(possible(problem, members, forced));
  for (std::size_t left_out = 0; left_out < members.size(); ++left_out) {
    std::vector<Constraint> rest = members;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
    CHECK(possible(problem, rest, forced));
  }
}

void check_reason(const Draft& draft, const Problem& problem, const Enumerated& expected,
                  const Reason& reason) {
  const Set& chosen = expected.ranked.front();
  INFO("candidate " << reason.candidate);
  REQUIRE(reason.proven);
  REQUIRE(reason.chosen == contains(chosen, reason.candidate));
  const auto other = std::find_if(
      expected.ranked.begin(), expected.ranked.end(),
      [&](const Set& set) { return contains(set, reason.candidate) != reason.chosen; });
  if (other == expected.ranked.end()) {
    REQUIRE_FALSE(reason.difference.has_value());
    REQUIRE_FALSE(reason.conflict.empty());
    check_irreducible(problem, reason.conflict, std::pair(reason.candidate, !reason.chosen));
    return;
  }
  CHECK(reason.difference == score_of(draft, chosen) - score_of(draft, *other));
  CHECK(reason.enter == difference(*other, chosen));
  CHECK(reason.leave == difference(chosen, *other));
  CHECK(reason.tie.has_value() == (reason.difference == 0));
  CHECK(reason.conflict.empty());
}

}  // namespace

TEST_CASE("reasons of random problems say what trying every set says") {
  const std::uint64_t seed = 4711;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 400; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 9;
    shape.tight = i % 2 == 0;
    const Draft draft = random_draft(random, shape);
    INFO(draft.document());
    const Enumerated expected = enumerate(draft);
    if (expected.ranked.empty()) continue;
    const Problem problem = draft.problem();
    Explainer explainer(problem, solved(problem).best.front());
    for (const Reason& reason : explainer.explain_all()) {
      check_reason(draft, problem, expected, reason);
    }
  }
}

TEST_CASE("the conflict of an impossible problem is irreducible") {
  const std::uint64_t seed = 99;
  std::mt19937_64 random(seed);
  int impossible = 0;
  for (int i = 0; i < 1500; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 7;
    const Draft draft = random_draft(random, shape);
    INFO(draft.document());
    const Problem problem = draft.problem();
    const Answer answer = solved(problem);
    if (answer.status != Status::kInfeasible) continue;
    ++impossible;
    check_irreducible(problem, answer.conflict, std::nullopt);
  }
  CHECK(impossible > 100);
}

TEST_CASE("holds() of all constraints is what a set must meet") {
  const std::uint64_t seed = 5;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 300; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 7;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    const auto constraints = constraints_of(problem);
    for (std::uint32_t bits = 0; bits < (1U << problem.size()); ++bits) {
      Set set;
      for (Position c = 0; c < problem.size(); ++c) {
        if ((bits >> c & 1U) != 0) set.push_back(c);
      }
      const bool all = std::all_of(
          constraints.begin(), constraints.end(),
          [&](const Constraint& constraint) { return holds(problem, constraint, set); });
      REQUIRE(all == allowed(draft, set));
    }
  }
}

TEST_CASE("a place taken by others is named with those who hold it") {
  Draft draft;
  draft.candidates = {{"a", 90, {}, {"organisation:dinkes"}},
                      {"b", 80, {}, {"organisation:dinkes"}},
                      {"c", 70, {}, {"organisation:dinkes"}},
                      {"d", 10, {}, {"organisation:disdik"}}};
  draft.count_min = draft.count_max = 3;
  draft.bounds = {{"organisation:*", std::nullopt, 2}};
  const Problem problem = draft.problem();
  Explainer explainer(problem, solved(problem).best.front());

  const Reason reason = explainer.explain(2);
  CHECK_FALSE(reason.chosen);
  CHECK(reason.difference == 10);
  CHECK(reason.enter == Set{2});
  CHECK(reason.leave == Set{1});
  REQUIRE(reason.obstacles.size() == 2);
  CHECK(reason.obstacles[0].pointer == "/count/max");
  CHECK(reason.obstacles[1].pointer == "/bounds/0/max");
  CHECK(problem.group_names()[*reason.obstacles[1].group] == "organisation:dinkes");
  CHECK(reason.obstacles[1].holders == Set{0, 1});

  const auto tight = explainer.binding();
  REQUIRE(tight.size() == 3);
  CHECK(tight[0].pointer == "/count/min");
  CHECK(tight[1].pointer == "/count/max");
  CHECK(tight[2].pointer == "/bounds/0/max");
  CHECK(tight[2].value == 2);
  CHECK(tight[2].holders == Set{0, 1});
}

TEST_CASE("a place won by a tie says what decided") {
  Draft draft;
  draft.candidates = {{"a", 50, {{"budget", 9}}, {}},
                      {"b", 50, {{"budget", 7}}, {}},
                      {"c", 50, {{"budget", 7}}, {}}};
  draft.count_min = draft.count_max = 1;
  draft.limits = {{"budget", std::nullopt}};
  const Problem problem = draft.problem();
  Explainer explainer(problem, solved(problem).best.front());
  const auto reasons = explainer.explain_all();
  CHECK(reasons[1].chosen);
  CHECK(reasons[0].difference == 0);
  REQUIRE(reasons[0].tie);
  CHECK(problem.resources()[*reasons[0].tie->resource] == "budget");
  REQUIRE(reasons[2].tie);
  CHECK_FALSE(reasons[2].tie->resource);
}

TEST_CASE("what cannot be chosen names the constraint that forbids it") {
  Draft draft;
  draft.candidates = {{"a", 50, {{"budget", 9}}, {}},
                      {"b", 50, {{"budget", 70}}, {}},
                      {"c", 50, {{"budget", 7}}, {}}};
  draft.limits = {{"budget", 20}};
  draft.excluded = {2};
  draft.included = {0};
  const Problem problem = draft.problem();
  Explainer explainer(problem, solved(problem).best.front());
  const auto reasons = explainer.explain_all();
  REQUIRE(reasons[0].conflict.size() == 1);
  CHECK(reasons[0].conflict[0].pointer == "/include/0");
  REQUIRE(reasons[1].conflict.size() == 1);
  CHECK(reasons[1].conflict[0].pointer == "/limits/0/max");
  CHECK(reasons[1].conflict[0].message.text() == "the total of budget is at most 20");
  REQUIRE(reasons[2].conflict.size() == 1);
  CHECK(reasons[2].conflict[0].pointer == "/exclude/0");
}

}  // namespace pilah::selection::tests
