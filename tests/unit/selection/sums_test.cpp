// Choices by their sums: as a tree, and by lists that meet in the middle, against trying
// every choice.
#include <algorithm>
#include <bit>
#include <random>
#include <set>

#include "draft.hpp"
#include "pilah/selection/engine/core.hpp"
#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/sum_lists.hpp"
#include "pilah/selection/engine/sum_tree.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Choices = std::vector<std::vector<engine::Column>>;

// Candidates of large scores, each of one of three dimensions; the second one must be
// chosen from.
Draft numbers(std::mt19937_64& random, std::int64_t n, std::int64_t most) {
  Draft draft;
  for (std::int64_t i = 0; i < n; ++i) {
    const std::int64_t value = draw(random, 1, most);
    draft.candidates.push_back(
        {numbered("c", i), value, {{"budget", value}}, {numbered("dimension:", i % 3)}});
  }
  draft.limits = {{"budget", most * n / 2}};
  draft.bounds = {{"dimension:1", 1, std::nullopt}};
  return draft;
}

struct Question {
  std::size_t least_count, most_count;
  engine::SumWindow window;
};

Choices by_trying(const engine::Core& core, const Question& question) {
  Choices result;
  for (std::uint32_t bits = 0; bits < 1U << core.choices(); ++bits) {
    std::vector<engine::Column> chosen;
    std::int64_t sum = 0;
    bool serves = false;
    for (engine::Column column = 0; column < core.choices(); ++column) {
      if ((bits >> column & 1U) == 0) continue;
      chosen.push_back(column);
      sum += core.objective(column);
      serves |= core.parent_column(column) % 3 == 1;
    }
    const bool counted =
        chosen.size() >= question.least_count && chosen.size() <= question.most_count;
    if (serves && counted && sum >= question.window.least && sum <= question.window.most) {
      result.push_back(std::move(chosen));
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

Question drawn(std::mt19937_64& random, const engine::Core& core, std::int64_t width) {
  Question question{};
  question.least_count =
      std::min<std::size_t>(static_cast<std::size_t>(draw(random, 0, 5)), core.choices());
  question.most_count = std::min<std::size_t>(
      question.least_count + static_cast<std::size_t>(draw(random, 0, 3)), core.choices());
  std::int64_t all = 0;
  for (engine::Column column = 0; column < core.choices(); ++column) all += core.objective(column);
  question.window.least = draw(random, 0, all);
  question.window.most = question.window.least + draw(random, 0, width);
  return question;
}

}  // namespace

TEST_CASE("the choices of a sum are those that trying every choice finds") {
  const std::uint64_t seed = 28;
  std::mt19937_64 random(seed);
  std::size_t found = 0;
  for (int i = 0; i < 400; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const std::int64_t most = i % 2 == 0 ? 20 : 2'000;
    const Problem problem = numbers(random, draw(random, 3, 13), most).problem();
    const engine::Model model(problem, constraints_of(problem));
    const engine::Core core(model, model.fixed());
    if (core.contradictory()) continue;
    std::vector<engine::Column> open(core.choices());
    for (engine::Column column = 0; column < open.size(); ++column) open[column] = column;
    engine::SumNeeds needs(core);
    needs.stand_at(engine::Propagator(core), open);
    const Question question = drawn(random, core, most / 2);
    const Choices expected = by_trying(core, question);
    found += expected.size();

    Choices walked;
    engine::SumTree tree(open, core, needs, question.least_count, question.most_count);
    REQUIRE(tree.walk(question.window, UINT64_MAX, [&](auto columns) {
      walked.emplace_back(columns.begin(), columns.end());
      return true;
    }));
    CHECK(walked == expected);  // in lexicographic order, too

    engine::SumLists lists(core, needs);
    lists.open(open, question.least_count, question.most_count);
    std::vector<engine::SumLists::Hit> hits;
    REQUIRE(lists.look(question.window, 100'000, hits));
    Choices listed;
    for (const auto& hit : hits) {
      CHECK(hit.sum >= question.window.least);
      CHECK(hit.sum <= question.window.most);
      listed.push_back(hit.chosen);
    }
    std::sort(listed.begin(), listed.end());
    CHECK(listed == expected);
  }
  CHECK(found > 1'000);
}

TEST_CASE("a walk through sums ends when it takes too many steps or nothing more is wanted") {
  std::mt19937_64 random(3);
  const Problem problem = numbers(random, 13, 20).problem();
  const engine::Model model(problem, constraints_of(problem));
  const engine::Core core(model, model.fixed());
  std::vector<engine::Column> open(core.choices());
  for (engine::Column column = 0; column < open.size(); ++column) open[column] = column;
  engine::SumNeeds needs(core);
  needs.stand_at(engine::Propagator(core), open);
  engine::SumTree tree(open, core, needs, 0, open.size());
  int taken = 0;
  const auto take = [&](auto) { return ++taken < 3; };
  CHECK_FALSE(tree.walk({0, 1'000'000}, 2, take));
  taken = 0;
  CHECK(tree.walk({0, 1'000'000}, 1'000, take));
  CHECK(taken == 3);
  engine::SumLists lists(core, needs);
  lists.open(open, 0, open.size());
  std::vector<engine::SumLists::Hit> hits;
  CHECK_FALSE(lists.look({0, 1'000'000}, 10, hits));
}

}  // namespace pilah::selection::tests
