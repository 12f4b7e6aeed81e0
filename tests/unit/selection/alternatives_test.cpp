// Sets beside a chosen one, against trying every set.
#include "pilah/selection/alternatives.hpp"

#include <algorithm>
#include <random>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Set = std::vector<Position>;

std::size_t common(const Set& a, const Set& b) {
  Set both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size();
}

// The first of the ranked sets that meets the condition.
template <class Condition>
std::optional<Set> first(const std::vector<Set>& ranked, Condition condition) {
  const auto found = std::ranges::find_if(ranked, condition);
  return found == ranked.end() ? std::nullopt : std::optional(*found);
}

void check(const Draft& draft, const ChosenSet& base, const Alternative& alternative,
           const std::optional<Set>& expected) {
  REQUIRE(alternative.proven);
  REQUIRE(alternative.set.has_value() == expected.has_value());
  if (!expected) return;
  CHECK(alternative.set->positions == *expected);
  CHECK(alternative.price == base.score - score_of(draft, *expected));
  Set rebuilt = base.positions;
  for (const Position each : alternative.leave) std::erase(rebuilt, each);
  rebuilt.insert(rebuilt.end(), alternative.enter.begin(), alternative.enter.end());
  std::ranges::sort(rebuilt);
  CHECK(rebuilt == *expected);
}

}  // namespace

TEST_CASE("the best set that differs enough is found as by trying every set") {
  const std::uint64_t seed = 1729;
  std::mt19937_64 random(seed);
  int found = 0;
  for (int i = 0; i < 600; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 3 == 0;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    const auto ranked = enumerate(draft).ranked;
    if (ranked.empty()) continue;
    const ChosenSet base = solved(problem).best.front();
    const auto members = static_cast<std::int64_t>(base.positions.size());
    const auto changes = static_cast<std::size_t>(draw(random, 0, members));
    const auto expected = first(ranked, [&](const Set& set) {
      return base.positions.size() - common(set, base.positions) >= changes;
    });
    found += expected && changes > 0 ? 1 : 0;
    check(draft, base, best_different(problem, base, changes), expected);
  }
  CHECK(found > 100);
}

TEST_CASE("an adopted set is repaired as by trying every set") {
  const std::uint64_t seed = 4104;
  std::mt19937_64 random(seed);
  int repaired = 0;
  for (int i = 0; i < 600; ++i) {
    INFO("seed " << seed << ", problem " << i);
    Shape shape;
    shape.tight = i % 3 == 0;
    const Draft draft = random_draft(random, shape);
    const Problem problem = draft.problem();
    const auto ranked = enumerate(draft).ranked;
    if (ranked.empty() || ranked.front().empty()) continue;
    const ChosenSet base = solved(problem).best.front();
    const auto last = static_cast<std::int64_t>(base.positions.size()) - 1;
    const Set leaving = {base.positions[static_cast<std::size_t>(draw(random, 0, last))]};
    const auto most_changes = static_cast<std::size_t>(draw(random, 1, last + 1));
    const auto expected = first(ranked, [&](const Set& set) {
      return common(set, leaving) == 0 &&
             base.positions.size() - common(set, base.positions) <= most_changes;
    });
    repaired += expected ? 1 : 0;
    check(draft, base, best_repair(problem, base, leaving, most_changes), expected);
  }
  CHECK(repaired > 200);
}

TEST_CASE("a repair that cannot be says which constraints forbid it") {
  Draft draft;
  draft.candidates = {{"a", 5, {}, {"dimension:x"}}, {"b", 3, {}, {"dimension:y"}}};
  draft.count_min = draft.count_max = 1;
  draft.bounds = {{"dimension:x", 1, std::nullopt}};
  const Problem problem = draft.problem();
  const ChosenSet base = solved(problem).best.front();
  const Alternative none = best_repair(problem, base, std::vector<Position>{0}, 1);
  CHECK_FALSE(none.set);
  REQUIRE(none.conflict.size() == 1);
  CHECK(none.conflict.front().pointer == "/bounds/0/min");
}

}  // namespace pilah::selection::tests
