// What unlisted sets can be worth between solved weights.
#include "pilah/selection/engine/convex_bound.hpp"

#include <array>
#include <random>
#include <vector>

#include "draft.hpp"
#include "pilah/selection/score.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using engine::ConvexBound;
using Weights = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("between two solved weights an unlisted set is worth less than their mean") {
  ConvexBound bound(2, 1);
  bound.add(Weights{kMillion, 0}, 600'000);
  bound.add(Weights{0, kMillion}, 400'000);
  // In the middle less than 500,000, but for the rounding of scores.
  const Weights middle = {500'000, 500'000};
  CHECK(bound.below(middle, 500'010));
  CHECK_FALSE(bound.below(middle, 499'990));
  CHECK(bound.below(Weights{750'000, 250'000}, 550'010));
  CHECK_FALSE(bound.below(Weights{750'000, 250'000}, 549'990));
}

TEST_CASE("a solved weight near by bounds closer than those far away") {
  ConvexBound bound(3, 2);
  for (std::size_t corner = 0; corner < 3; ++corner) {
    Weights weights(3, 0);
    weights[corner] = kMillion;
    bound.add(weights, 1'500'000);
  }
  const Weights middle = {333'334, 333'333, 333'333};
  CHECK_FALSE(bound.below(middle, 1'000'000));
  bound.add(Weights{340'000, 330'000, 330'000}, 900'000);
  CHECK(bound.below(middle, 1'000'000));
  CHECK_FALSE(bound.below(middle, 900'000));
}

TEST_CASE("where nothing is solved only what every set can be worth is known") {
  ConvexBound bound(2, 3);
  CHECK_FALSE(bound.below(Weights{500'000, 500'000}, 2'999'990));
  CHECK(bound.below(Weights{500'000, 500'000}, 3'000'010));
}

TEST_CASE("what is said to be proven holds for every set that is not listed") {
  const std::uint64_t seed = 57721;
  std::mt19937_64 random(seed);
  constexpr std::int64_t kMembers = 3;
  int proven = 0;
  for (int i = 0; i < 200; ++i) {
    INFO("seed " << seed << ", draw " << i);
    const auto weights = [&random](std::size_t criteria) {
      Weights drawn(criteria, 0);
      std::int64_t left = kMillion;
      for (std::size_t c = 0; c + 1 < criteria; ++c) {
        drawn[c] = draw(random, 0, left);
        left -= drawn[c];
      }
      drawn.back() = left;
      return drawn;
    };
    const std::size_t criteria = i % 2 == 0 ? 3 : 5;
    // One unlisted set of some candidates, against bounds that it just meets.
    std::vector<std::vector<std::int64_t>> members(kMembers);
    for (auto& member : members) {
      for (std::size_t c = 0; c < criteria; ++c) member.push_back(draw(random, 0, kMillion));
    }
    const auto worth = [&](const Weights& at) {
      std::int64_t sum = 0;
      for (const auto& member : members) sum += selection::score_of(at, member);
      return sum;
    };
    ConvexBound bound(criteria, kMembers);
    for (int solved = 0; solved < 60; ++solved) {
      const Weights at = weights(criteria);
      bound.add(at, worth(at) + 1);
    }
    for (int asked = 0; asked < 20; ++asked) {
      const Weights at = weights(criteria);
      CHECK_FALSE(bound.below(at, worth(at)));
      proven += bound.below(at, worth(at) + 200'000) ? 1 : 0;
    }
  }
  CHECK(proven > 500);
}

}  // namespace pilah::selection::tests
