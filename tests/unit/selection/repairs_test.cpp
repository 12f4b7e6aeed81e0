// How what nothing satisfies can be mended, against trying every number.
#include "pilah/selection/repairs.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Kind = Constraint::Kind;

// The demanded number of the draft's constraint; nullptr for a pair and the forced.
std::int64_t* number(Draft& draft, const Constraint& constraint) {
  switch (constraint.kind) {
    case Kind::kCountMin:
      return &*draft.count_min;
    case Kind::kCountMax:
      return &*draft.count_max;
    case Kind::kLimit:
      return &*draft.limits[constraint.index].second;
    case Kind::kBoundMin:
      return &*draft.bounds[constraint.index].min;
    case Kind::kBoundMax:
      return &*draft.bounds[constraint.index].max;
    case Kind::kCoverage:
      return &draft.coverages[constraint.index].second;
    default:
      return nullptr;
  }
}

void leave_out(Draft& draft, const Constraint& constraint) {
  const auto erase = [&](auto& list) { list.erase(list.begin() + constraint.index); };
  switch (constraint.kind) {
    case Kind::kRequires:
      return erase(draft.required);
    case Kind::kExcludes:
      return erase(draft.excluding);
    case Kind::kInclude:
      return erase(draft.included);
    default:
      return erase(draft.excluded);
  }
}

bool feasible(const Draft& draft) { return !enumerate(draft).ranked.empty(); }

bool demands_at_least(Kind kind) {
  return kind == Kind::kCountMin || kind == Kind::kBoundMin || kind == Kind::kCoverage;
}

// The nearest number with which there is a set.
std::optional<std::int64_t> nearest(Draft draft, const Constraint& constraint) {
  std::int64_t& value = *number(draft, constraint);
  const int direction = demands_at_least(constraint.kind) ? -1 : 1;
  for (int step = 0; step < 100; ++step) {
    if (feasible(draft)) return value;
    value += direction;
  }
  return std::nullopt;
}

// The groups of a family as candidates name them.
std::set<std::string> groups_of(const Draft& draft, const std::string& family) {
  std::set<std::string> result;
  for (const DraftCandidate& candidate : draft.candidates) {
    for (const std::string& group : candidate.groups) {
      if (group.starts_with(family.substr(0, family.size() - 1))) result.insert(group);
    }
  }
  return result;
}

// The most groups of the family that can have a member without the bound.
std::size_t most_covered(Draft draft, const Constraint& constraint) {
  const std::string family = draft.bounds[constraint.index].groups;
  draft.bounds[constraint.index].min.reset();
  std::size_t most = 0;
  for (const auto& set : enumerate(draft).ranked) {
    Draft chosen;
    for (const Position each : set) chosen.candidates.push_back(draft.candidates[each]);
    most = std::max(most, groups_of(chosen, family).size());
  }
  return most;
}

void check(const Draft& draft, const Problem& problem, const Repair& repair) {
  Draft changed = draft;
  if (number(changed, repair.constraint) == nullptr) {
    leave_out(changed, repair.constraint);
    CHECK(repair.kind == (feasible(changed) ? Repair::Kind::kLeftOut : Repair::Kind::kNotAlone));
    return;
  }
  const auto expected = nearest(draft, repair.constraint);
  if (!expected) {
    CHECK(repair.kind == Repair::Kind::kNotAlone);
    return;
  }
  if (repair.kind == Repair::Kind::kFewer) {
    const Bound& bound = problem.bounds()[repair.constraint.index];
    CHECK(bound.min->value == 1);
    CHECK(static_cast<std::size_t>(repair.value) == most_covered(draft, repair.constraint));
    CHECK(repair.given_up.size() == bound.members.size() - static_cast<std::size_t>(repair.value));
    return;
  }
  REQUIRE(repair.kind == Repair::Kind::kNumber);
  CHECK(repair.value == *expected);
}

}  // namespace

TEST_CASE("each constraint of a conflict has its smallest repair, as by trying every number") {
  const std::uint64_t seed = 5041;
  std::mt19937_64 random(seed);
  std::map<Repair::Kind, int> seen;
  for (int i = 0; i < 1500; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.most_candidates = 8;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    const Answer answer = solved(problem);
    if (answer.status != Status::kInfeasible) continue;
    CAPTURE(draft.document());
    std::vector<Constraint> constraints;
    for (const Conflict& each : answer.conflict) constraints.push_back(each.constraint);
    const auto repairs = smallest_repairs(problem, constraints);
    REQUIRE(repairs.size() == constraints.size());
    for (const Repair& repair : repairs) {
      CAPTURE(describe(problem, repair.constraint).text(), describe(problem, repair).text());
      ++seen[repair.kind];
      check(draft, problem, repair);
    }
  }
  CHECK(seen[Repair::Kind::kNumber] > 100);
  CHECK(seen[Repair::Kind::kFewer] > 20);
  CHECK(seen[Repair::Kind::kLeftOut] > 100);
  CHECK(seen[Repair::Kind::kNotAlone] > 20);
  CHECK(seen[Repair::Kind::kUnknown] == 0);
}

TEST_CASE("a repair is said in words, with the groups that are given up") {
  Draft draft;
  draft.candidates = {{"a", 5, {}, {"dimension:x"}}, {"b", 3, {}, {"dimension:y"}}};
  draft.count_max = 1;
  draft.bounds = {{"dimension:*", 1, std::nullopt}};
  const Problem problem = draft.problem();
  const auto repairs = smallest_repairs(
      problem, std::vector<Constraint>{{Kind::kCountMax, 0}, {Kind::kBoundMin, 0}});
  CHECK(describe(problem, repairs[0]).text() == "With 2 instead of 1 there is a set.");
  const std::string given_up = describe(problem, repairs[1]).text();
  CHECK((
      given_up == "1 of the groups dimension:* can have the minimum; give it up for dimension:y." ||
      given_up == "1 of the groups dimension:* can have the minimum; give it up for dimension:x."));
}

}  // namespace pilah::selection::tests
