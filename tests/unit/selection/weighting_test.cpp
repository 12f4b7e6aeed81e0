// Weights from ranks, comparisons and data, against published values.
#include "pilah/selection/weighting.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

void check_close(const std::vector<double>& found, const std::vector<double>& expected,
                 double within) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i, found[i], expected[i]);
    CHECK(std::abs(found[i] - expected[i]) <= within);
  }
}

std::string refusal(const Table& comparisons) {
  try {
    pairwise_weights(comparisons);
  } catch (const std::invalid_argument& failure) {
    return failure.what();
  }
  return "";
}

}  // namespace

TEST_CASE("weights by rank are the centroids of the orders that have that rank") {
  check_close(rank_order_centroid(std::vector<std::size_t>{1, 2, 3}),
              {11.0 / 18, 5.0 / 18, 2.0 / 18}, 1e-12);
  check_close(rank_order_centroid(std::vector<std::size_t>{2, 1}), {0.25, 0.75}, 1e-12);
  // Equal ranks share their places.
  check_close(rank_order_centroid(std::vector<std::size_t>{1, 1, 3}),
              {8.0 / 18, 8.0 / 18, 2.0 / 18}, 1e-12);
  check_close(rank_order_centroid(std::vector<std::size_t>{1}), {1}, 0);
}

TEST_CASE("ranks that are no ranking are refused, with the rank that would follow") {
  try {
    rank_order_centroid(std::vector<std::size_t>{1, 3});
    FAIL("it was taken");
  } catch (const std::invalid_argument& failure) {
    CHECK(std::string(failure.what()) ==
          "Rank 3 does not follow: 1 criteria stand before it, so it is 2.");
  }
}

TEST_CASE("weights by comparisons in pairs are those of Wang and Chin 2011") {
  const double t = 1.0 / 3;
  const double s = 1.0 / 7;
  const Table comparisons = {{1, 4, 3, 1, 3, 4}, {.25, 1, 7, 3, .2, 1}, {t, s, 1, .2, .2, 1.0 / 6},
                             {1, t, 5, 1, 1, t}, {t, 5, 5, 1, 1, 3},    {.25, 1, 6, 3, t, 1}};
  const PairwiseWeights found = pairwise_weights(comparisons);
  check_close(found.shares, {.3208, .1395, .0348, .1285, .2374, .1391}, .00005);
  CHECK(found.consistency_ratio > 0.2);  // these comparisons are known to disagree
}

TEST_CASE("comparisons that agree have a consistency ratio of 0") {
  const PairwiseWeights found = pairwise_weights({{1, 2, 6}, {.5, 1, 3}, {1.0 / 6, 1.0 / 3, 1}});
  check_close(found.shares, {.6, .3, .1}, 1e-9);
  CHECK(found.consistency_ratio < 1e-9);
  CHECK(pairwise_weights({{1, 9}, {1.0 / 9, 1}}).consistency_ratio == 0);
}

TEST_CASE("comparisons that cannot be are refused with their place") {
  CHECK(refusal({{1, 2}, {2, 1}}) ==
        "The comparison in row 1, column 2 is not the reciprocal of the one in row 2, column 1.");
  CHECK(refusal({{1, 12}, {1.0 / 12, 1}}) ==
        "The comparison in row 1, column 2 lies outside 1/9 to 9.");
  CHECK(refusal({{1, 2}, {.5}}) == "Row 2 has 1 numbers instead of 2.");
  CHECK(refusal({}) == "Between 1 and 15 criteria can be compared, not 0.");
  CHECK(refusal({{1, std::nan("")}, {1, 1}}) ==
        "The comparison in row 1, column 2 lies outside 1/9 to 9.");
}

TEST_CASE("weights by entropy are those of Elsayed and others 2017") {
  const Table values = {
      {7, 312, 1891, 6613, 163},   {72, 88, 728, 941804, 1078}, {10, 252, 2594, 3466, 117471},
      {10, 145, 980, 2371, 86329}, {65, 54, 350, 501, 29897},   {29, 48, 380, 912, 34051},
      {7, 476, 3300, 78470, 2212}, {70, 87, 650, 733, 819000},  {4, 86, 591, 3015, 103},
      {12, 79, 579, 3240, 96098},  {21, 45, 261, 1253, 453},    {1, 72, 530, 4333, 0.1048}};
  check_close(entropy_weights(values), {.104991, .069124, .071373, .449937, .304575}, .0000005);
}

TEST_CASE("a criterion on which all are alike weighs nothing by entropy") {
  check_close(entropy_weights({{1, 5}, {3, 5}}), {1, 0}, 1e-12);
  check_close(entropy_weights({{2, 0}, {2, 0}}), {.5, .5}, 1e-12);
  CHECK_THROWS_AS(entropy_weights({{1, 2}}), std::invalid_argument);
  CHECK_THROWS_AS(entropy_weights({{1, -2}, {1, 1}}), std::invalid_argument);
}

TEST_CASE("shares become millionths that add up to a million") {
  CHECK(as_millionths(std::vector<double>{1.0 / 3, 1.0 / 3, 1.0 / 3}) ==
        std::vector<std::int64_t>{333'334, 333'333, 333'333});
  const auto made = as_millionths(rank_order_centroid(std::vector<std::size_t>{1, 2, 3, 4, 5}));
  CHECK(std::accumulate(made.begin(), made.end(), std::int64_t{0}) == 1'000'000);
}

TEST_CASE("the worst contradiction is the comparison that the others would change most") {
  // By the others the first is 2 * 2 = 4 times as important as the last, and is said to be
  // less important.
  const Table comparisons = {{1, 2, 2, .5}, {.5, 1, 1, 2}, {.5, 1, 1, 2}, {2, .5, .5, 1}};
  const auto worst = worst_contradiction(comparisons);
  REQUIRE(worst);
  CHECK(worst->row == 0);
  CHECK(worst->column == 3);
  CHECK(worst->said == .5);
  CHECK(std::abs(worst->implied - 4) < 1e-9);
}

TEST_CASE("of three comparisons in a circle the first is named, and where all agree none") {
  const auto circle = worst_contradiction({{1, 2, .5}, {.5, 1, 2}, {2, .5, 1}});
  REQUIRE(circle);
  CHECK(circle->row == 0);
  CHECK(circle->column == 1);
  CHECK(std::abs(circle->implied - .25) < 1e-9);
  CHECK_FALSE(worst_contradiction({{1, 2, 4}, {.5, 1, 2}, {.25, .5, 1}}));
  CHECK_FALSE(worst_contradiction({{1, 9}, {1.0 / 9, 1}}));
  CHECK_FALSE(worst_contradiction({{1}}));
}

}  // namespace pilah::selection::tests
