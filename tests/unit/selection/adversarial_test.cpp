// Families that break selectors: ties everywhere, huge numbers, cycles, limits
// of the search.
#include <algorithm>
#include <chrono>
#include <numeric>

#include "draft.hpp"
#include "pilah/selection/problem_builder.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;

DraftCandidate plain(std::size_t i, std::int64_t score, std::int64_t cost = 0) {
  std::string id("c");
  id += std::to_string(i);
  return {std::move(id), score, {{"budget", cost}}, {}};
}

Draft equal_candidates(std::size_t n, std::int64_t score) {
  Draft draft;
  for (std::size_t i = 0; i < n; ++i) draft.candidates.push_back(plain(i, score));
  return draft;
}

Set first_positions(std::size_t n) {
  Set result(n);
  std::iota(result.begin(), result.end(), Position{0});
  return result;
}

}  // namespace

TEST_CASE("when all candidates are equal the first positions win") {
  for (const std::size_t n : {60U, 700U}) {
    Draft draft = equal_candidates(n, 1);
    draft.count_min = draft.count_max = 8;
    draft.limits = {{"budget", 0}};
    const Answer answer = solved(draft.problem());
    REQUIRE(answer.status == Status::kOptimal);
    CHECK(answer.best.front().positions == first_positions(8));
    CHECK(answer.optimal_sets == kMostOptimalSets);
  }
}

TEST_CASE("the M best of equal candidates are in lexicographic order") {
  Draft draft = equal_candidates(40, 7);
  draft.count_min = draft.count_max = 3;
  SolveOptions options;
  options.best = 40;
  const Answer answer = solved(draft.problem(), options);
  REQUIRE(answer.best.size() == 40);
  for (Position i = 0; i < 38; ++i) CHECK(answer.best[i].positions == Set{0, 1, i + 2});
  CHECK(answer.best[38].positions == Set{0, 2, 3});
}

TEST_CASE("worthless candidates are left out: the shorter list comes first") {
  Draft draft = equal_candidates(40, 0);
  const Answer answer = solved(draft.problem());
  REQUIRE(answer.status == Status::kOptimal);
  CHECK(answer.best.front().positions.empty());
  CHECK(answer.optimal_sets == kMostOptimalSets);

  draft.candidates[30].score = 5;
  SolveOptions options;
  options.best = 4;
  const Answer with_one = solved(draft.problem(), options);
  // Every set has position 30, so a list that goes on before it comes first.
  REQUIRE(with_one.best.size() == 4);
  CHECK(with_one.best[0].positions == first_positions(31));
  Set with_31 = first_positions(32);
  CHECK(with_one.best[1].positions == with_31);
}

TEST_CASE("ties are decided by the limits' resources in their order, then by position") {
  Draft draft;
  for (std::size_t i = 0; i < 30; ++i) {
    DraftCandidate candidate = plain(i, 10, static_cast<std::int64_t>(5 - i % 3));
    candidate.uses["staff"] = static_cast<std::int64_t>(i % 5);
    draft.candidates.push_back(candidate);
  }
  draft.count_min = draft.count_max = 2;
  draft.limits = {{"budget", std::nullopt}, {"staff", std::nullopt}};
  CHECK(solved(draft.problem()).best.front().positions == Set{5, 20});
  draft.limits = {{"staff", std::nullopt}, {"budget", std::nullopt}};
  CHECK(solved(draft.problem()).best.front().positions == Set{5, 20});
  draft.limits = {{"staff", std::nullopt}};
  CHECK(solved(draft.problem()).best.front().positions == Set{0, 5});
  draft.limits.clear();
  CHECK(solved(draft.problem()).best.front().positions == Set{0, 1});
}

TEST_CASE("scores and uses at the edge of the range are added exactly") {
  Draft draft;
  for (std::size_t i = 0; i < 12; ++i) {
    draft.candidates.push_back(plain(i, kLargestNumber - static_cast<std::int64_t>(i),
                                     kLargestNumber - static_cast<std::int64_t>(3 * i % 7)));
  }
  draft.limits = {{"budget", kLargestNumber}};
  CHECK(solved(draft.problem()).best.front().positions == Set{0});
  draft.limits.clear();
  draft.count_max = 11;
  const Answer answer = solved(draft.problem());
  CHECK(answer.best.front().positions == first_positions(11));
  CHECK(answer.best.front().score == 11 * kLargestNumber - 55);
  CHECK(answer.optimal_sets == 1);
}

TEST_CASE("one unit of a huge budget decides") {
  Draft draft;
  draft.candidates = {plain(0, 10, 4'503'599'627'370'496), plain(1, 10, 4'503'599'627'370'496),
                      plain(2, 1, 1), plain(3, 1, 0)};
  draft.limits = {{"budget", kLargestNumber}};
  CHECK(solved(draft.problem()).best.front().positions == Set{0, 1, 3});
  draft.limits = {{"budget", kLargestNumber - 1}};
  CHECK(solved(draft.problem()).best.front().positions == Set{0, 2, 3});
}

TEST_CASE("a cycle of requires is all or none") {
  Draft draft;
  for (std::size_t i = 0; i < 50; ++i) draft.candidates.push_back(plain(i, i == 0 ? 100 : -2));
  for (std::size_t i = 0; i < 50; ++i) draft.required.emplace_back(i, (i + 1) % 50);
  const Answer all = solved(draft.problem());
  CHECK(all.best.front().positions == first_positions(50));
  CHECK(all.best.front().score == 2);
  draft.candidates[0].score = 97;
  CHECK(solved(draft.problem()).best.front().positions.empty());
  draft.included = {7};
  CHECK(solved(draft.problem()).best.front().positions.size() == 50);
  draft.count_max = 49;
  const Answer none = solved(draft.problem());
  CHECK(none.status == Status::kInfeasible);
  // The count, the include and every link of the chain are needed.
  CHECK(none.conflict.size() == 51);
}

TEST_CASE("everyone excludes everyone: one is chosen") {
  Draft draft;
  for (std::size_t i = 0; i < 40; ++i)
    draft.candidates.push_back(plain(i, 5, 40 - static_cast<std::int64_t>(i)));
  for (std::size_t i = 0; i < 40; ++i) {
    for (std::size_t j = 0; j < i; ++j) draft.excluding.emplace_back(i, j);
  }
  draft.limits = {{"budget", std::nullopt}};
  const Answer answer = solved(draft.problem());
  CHECK(answer.best.front().positions == Set{39});
  CHECK(answer.optimal_sets == 40);
}

TEST_CASE("a candidate that excludes itself is out, one that requires itself is free") {
  Draft draft;
  draft.candidates = {plain(0, 5), plain(1, 5)};
  draft.excluding = {{0, 0}};
  draft.required = {{1, 1}};
  CHECK(solved(draft.problem()).best.front().positions == Set{1});
}

TEST_CASE("impossible demands are named, each by itself") {
  const auto only_conflict = [](const Draft& draft) {
    const Answer answer = solved(draft.problem());
    REQUIRE(answer.status == Status::kInfeasible);
    REQUIRE(answer.conflict.size() == 1);
    return answer.conflict.front().pointer;
  };
  Draft draft = equal_candidates(5, 1);
  draft.count_min = 6;
  CHECK(only_conflict(draft) == "/count/min");
  draft.count_min.reset();
  draft.count_max = -1;
  CHECK(only_conflict(draft) == "/count/max");
  draft.count_max.reset();
  draft.limits = {{"budget", -1}};
  CHECK(only_conflict(draft) == "/limits/0/max");
  draft.limits.clear();
  draft.bounds = {{"group:*", 3, std::nullopt}, {"nobody", 1, std::nullopt}};
  CHECK(only_conflict(draft) == "/bounds/1/min");
  draft.bounds.clear();
  draft.coverages = {{"area:*", 0}, {"area:*", 1}};
  CHECK(only_conflict(draft) == "/coverage/1/min");
}

TEST_CASE("minima above the count conflict with it") {
  Draft draft = equal_candidates(9, 1);
  for (std::size_t i = 0; i < 9; ++i) {
    draft.candidates[i].groups = {i < 3 ? "dimension:a" : i < 6 ? "dimension:b" : "dimension:c"};
  }
  draft.count_max = 5;
  draft.bounds = {{"dimension:*", 2, std::nullopt}};
  const Answer answer = solved(draft.problem());
  REQUIRE(answer.status == Status::kInfeasible);
  REQUIRE(answer.conflict.size() == 2);
  CHECK(answer.conflict[0].pointer == "/count/max");
  CHECK(answer.conflict[1].pointer == "/bounds/0/min");
  CHECK(answer.conflict[1].message.text() == "at least 2 of each group dimension:*");
}

TEST_CASE("an include of what is excluded conflicts with the exclude") {
  Draft draft = equal_candidates(3, 1);
  draft.included = {1};
  draft.excluded = {0, 1};
  const Answer answer = solved(draft.problem());
  REQUIRE(answer.conflict.size() == 2);
  CHECK(answer.conflict[0].pointer == "/include/0");
  CHECK(answer.conflict[1].pointer == "/exclude/1");
}

TEST_CASE("small subset sums are proven, attainable or not") {
  std::int64_t cost = 1'009;
  for (const std::int64_t step : {1, 2, 7}) {
    Draft draft;
    for (std::size_t i = 0; i < 14; ++i) {
      cost = cost * 48'271 % 100'003;
      draft.candidates.push_back(plain(i, step * cost, step * cost));
    }
    draft.limits = {{"budget", step * 350'000 + step - 1}};
    const Enumerated expected = enumerate(draft);
    const Answer answer = solved(draft.problem());
    REQUIRE(answer.status == Status::kOptimal);
    CHECK(answer.best.front().positions == expected.ranked.front());
    CHECK(answer.optimal_sets == expected.optimal_sets);
  }
}

TEST_CASE("even costs never fill an odd budget, which is seen without a search") {
  Draft draft;
  for (std::size_t i = 0; i < 60; ++i) {
    const auto cost = static_cast<std::int64_t>(2 * (1 + i % 9));
    draft.candidates.push_back(plain(i, cost, cost));
  }
  draft.limits = {{"budget", 101}};
  const Answer answer = solved(draft.problem());
  REQUIRE(answer.status == Status::kOptimal);
  CHECK(answer.best.front().score == 100);
}

TEST_CASE("a limit of work ends with a bound that no set exceeds") {
  Draft draft;
  std::int64_t cost = 77;
  for (std::size_t i = 0; i < 60; ++i) {
    cost = cost * 48'271 % 1'000'003;
    draft.candidates.push_back(plain(i, cost + 50'000 * static_cast<std::int64_t>(i % 3), cost));
  }
  draft.limits = {{"budget", 7'000'000}};
  draft.count_min = draft.count_max = 20;
  const Answer proven = solved(draft.problem());
  REQUIRE(proven.status == Status::kOptimal);
  int limited = 0;
  for (const std::uint64_t limit : {0U, 1U, 20U, 50U}) {
    SolveOptions options;
    options.work_limit = limit;
    const Answer answer = solved(draft.problem(), options);
    if (answer.status == Status::kOptimal) continue;
    ++limited;
    REQUIRE(answer.status == Status::kLimit);
    REQUIRE(answer.bound);
    CHECK(*answer.bound >= *proven.bound);
    if (!answer.best.empty()) {
      CHECK(answer.best.front().score <= *proven.bound);
      CHECK(allowed(draft, answer.best.front().positions));
    }
  }
  CHECK(limited > 0);
}

TEST_CASE("a time limit ends the search by the clock that was passed in") {
  Draft draft;
  std::int64_t cost = 77;
  for (std::size_t i = 0; i < 60; ++i) {
    cost = cost * 48'271 % 1'000'003;
    draft.candidates.push_back(plain(i, 2 * cost, 2 * cost));
  }
  // Odd, so that no set fills it and only a long search could prove the best.
  draft.limits = {{"budget", 20'000'001}};
  draft.count_min = draft.count_max = 23;
  SolveOptions options;
  std::chrono::nanoseconds now{0};
  options.clock = [&now] { return now += std::chrono::milliseconds(1); };
  options.time_limit = std::chrono::milliseconds(20);
  const Answer answer = solved(draft.problem(), options);
  // The clock is looked at twenty times, at most 64 units apart but for a last relaxation.
  if (answer.status == Status::kLimit) CHECK(answer.work <= 22 * 200);
}

TEST_CASE("a cancelled solve ends at once with what it has") {
  Draft draft = equal_candidates(200, 3);
  draft.count_max = 9;
  Cancellation cancellation;
  cancellation.cancel();
  SolveOptions options;
  options.cancellation = &cancellation;
  const Answer answer = solved(draft.problem(), options);
  CHECK(answer.status == Status::kLimit);
  CHECK(*answer.bound >= 27);
}

}  // namespace pilah::selection::tests
