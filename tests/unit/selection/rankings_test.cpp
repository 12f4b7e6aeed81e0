// The cross-checks of a ranking, against published values.
#include "pilah/selection/rankings.hpp"

#include <cmath>

#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

void check_close(const std::vector<double>& found, const std::vector<double>& expected,
                 double within = .00005) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i, found[i], expected[i]);
    CHECK(std::abs(found[i] - expected[i]) <= within);
  }
}

// Climbing a mountain: risk against altitude.
const Decision kMountain{{{1, 3000}, {2, 3750}, {5, 4500}}, {.5, .5}, {false, true}};

}  // namespace

TEST_CASE("TOPSIS by least and most is that of Opricovic and Tzeng 2004") {
  check_close(topsis(kMountain, Normalisation::kMinMax), {.5, .617, .5}, .0005);
}

TEST_CASE("TOPSIS by vector lengths is that of Tzeng and Huang 2011") {
  const Decision decision{
      {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}}, {.3, .4, .3}, {true, true, true}};
  check_close(topsis(decision, Normalisation::kVector), {.5037, .6581, .7482, .3340});
}

TEST_CASE("VIKOR is that of Yang and Wu 2020 and of Opricovic and Tzeng 2004") {
  const Decision decision{
      {{78, 56, 34, 6}, {4, 45, 3, 97}, {18, 2, 50, 63}, {9, 14, 11, 92}, {85, 9, 100, 29}},
      {.25, .25, .25, .25},
      {true, true, true, true}};
  check_close(vikor(decision), {.5679, .7667, 1, .7493, 0});
  check_close(vikor(kMountain), {1, 0, 1});
}

TEST_CASE("PROMETHEE II is that of Zhao and others 2013") {
  const Decision decision{{{4, 3, 2}, {3, 2, 4}, {5, 1, 3}}, {.5, .3, .2}, {true, true, true}};
  check_close(promethee_ii(decision), {.1, -.3, .2});
}

TEST_CASE("SPOTIS is that of Dezert and others 2020") {
  const Decision decision{{{10.5, -3.1, 1.7}, {-4.7, 0, 3.4}, {8.1, .3, 1.3}, {3.2, 7.3, -5.3}},
                          {.2, .3, .5},
                          {true, false, true}};
  const std::vector<Range> ranges = {{-5, 12}, {-6, 10}, {-8, 5}};
  check_close(spotis(decision, ranges), {.1989, .3705, .3063, .7491});
}

TEST_CASE("one alternative, and alternatives that are all alike, are ranked without a fault") {
  const Decision alone{{{3, 4}}, {.5, .5}, {true, true}};
  const Decision alike{{{3, 4}, {3, 4}}, {.5, .5}, {true, false}};
  for (const auto normalisation : {Normalisation::kMinMax, Normalisation::kVector}) {
    check_close(topsis(alone, normalisation), {0});
    check_close(topsis(alike, normalisation), {0, 0});
  }
  check_close(vikor(alone), {0});
  check_close(vikor(alike), {0, 0});
  check_close(promethee_ii(alone), {0});
  check_close(promethee_ii(alike), {0, 0});
}

TEST_CASE("equal values share the best of their places, whichever way is better") {
  const std::vector<double> values = {.5, .9, .5, .1};
  CHECK(places(values, true) == std::vector<std::size_t>{2, 1, 2, 4});
  CHECK(places(values, false) == std::vector<std::size_t>{2, 4, 2, 1});
  CHECK(places(std::vector<double>{.1 + .2, .3}, true) == std::vector<std::size_t>{1, 1});
  CHECK(places({}, true).empty());
}

}  // namespace pilah::selection::tests
