#include "pilah/selection/score.hpp"

#include <cmath>
#include <random>
#include <vector>

#include "support/catch.hpp"

using namespace pilah::selection;

using Numbers = std::vector<std::int64_t>;

TEST_CASE("A value is rounded once to millionths, half away from zero") {
  CHECK(quantised(0.0) == 0);
  CHECK(quantised(1.0) == 1'000'000);
  CHECK(quantised(0.0000004) == 0);
  CHECK(quantised(0.0000005) == 1);
  CHECK(quantised(0.5) == 500'000);
  CHECK(quantised(1.0 / 3.0) == 333'333);
  CHECK(quantised(2.0 / 3.0) == 666'667);
  CHECK(quantised(std::nextafter(1.0, 0.0)) == 1'000'000);
}

TEST_CASE("The score is the weighted mean, a half rounded up") {
  struct Case {
    Numbers weights, values;
    std::int64_t score;
  };
  // By hand: (3 * 812345 + 2 * 400000) / 5 = 647407; (1 * 1 + 1 * 0) / 2 = 0.5 -> 1;
  // (1 * 1 + 2 * 0) / 3 = 0.33 -> 0; (2 * 1 + 1 * 0) / 3 = 0.67 -> 1.
  const std::vector<Case> cases = {{{3, 2}, {812'345, 400'000}, 647'407},
                                   {{1, 1}, {1, 0}, 1},
                                   {{1, 2}, {1, 0}, 0},
                                   {{2, 1}, {1, 0}, 1},
                                   {{7}, {1'000'000}, 1'000'000},
                                   {{0, 5}, {1'000'000, 0}, 0},
                                   {{1, 1, 1}, {333'333, 333'333, 333'333}, 333'333}};
  for (const auto& c : cases) CHECK(score_of(c.weights, c.values) == c.score);
}

TEST_CASE("Weights of 2^53 on a thousand criteria are reckoned without overflow") {
  constexpr std::int64_t kLargest = std::int64_t{1} << 53;
  const Numbers weights(1024, kLargest);
  CHECK(score_of(weights, Numbers(1024, 1'000'000)) == 1'000'000);
  Numbers values(1024, 0);
  values[7] = 1'000'000;
  CHECK(score_of(weights, values) == 977);  // 1,000,000 / 1024 = 976.56
  CHECK(contribution_of(weights, values, 7) == 977);
  CHECK(contribution_of(weights, values, 8) == 0);
  CHECK(value_for(weights, Numbers(1024, 1'000'000), 3, 1'000'000) == 1'000'000);
}

TEST_CASE("A single heavy weight beside a light one loses no point") {
  constexpr std::int64_t kLargest = std::int64_t{1} << 53;
  const Numbers weights = {kLargest, 1};
  CHECK(score_of(weights, Numbers{999'999, 1'000'000}) == 999'999);
  CHECK(score_of(weights, Numbers{1'000'000, 0}) == 1'000'000);
}

TEST_CASE("The value that lifts a score is the smallest one that does") {
  constexpr unsigned kSeed = 20261123;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  const auto draw = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1));
  };
  for (int round = 0; round < 2000; ++round) {
    const Numbers weights = {draw(5), 1 + draw(5), draw(1000)};
    Numbers values = {draw(1'000'000), draw(1'000'000), draw(1'000'000)};
    const std::size_t index = static_cast<std::size_t>(round) % 3;
    const std::int64_t wanted = score_of(weights, values) + draw(300'000);
    const auto value = value_for(weights, values, index, wanted);
    auto lifted = values;
    lifted[index] = value.value_or(1'000'000);
    if (!value) {
      CHECK((weights[index] == 0 || score_of(weights, lifted) < wanted));
      continue;
    }
    CHECK(score_of(weights, lifted) >= wanted);
    if (*value == values[index]) continue;
    --lifted[index];
    CHECK(score_of(weights, lifted) < wanted);
  }
}
