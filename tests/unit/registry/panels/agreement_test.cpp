#include "pilah/registry/panels/agreement.hpp"

#include "support/catch.hpp"

using pilah::registry::ordinal_alpha;

TEST_CASE("Krippendorff's own example has the alpha that he gives") {
  // K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section D: twelve
  // units by four observers with missing values; ordinal 0.815.
  CHECK(ordinal_alpha({{1, 1, 1},
                       {2, 2, 3, 2},
                       {3, 3, 3, 3},
                       {3, 3, 3, 3},
                       {2, 2, 2, 2},
                       {1, 2, 3, 4},
                       {4, 4, 4, 4},
                       {1, 1, 2, 1},
                       {2, 2, 2, 2},
                       {5, 5, 5},
                       {1, 1},
                       {3}}) == 815'388);
}

TEST_CASE("Agreement is 1 when all give the same for each, and below 0 when they contradict") {
  CHECK(ordinal_alpha({{0, 0}, {4, 4, 4}, {2, 2}}) == 1'000'000);
  CHECK(ordinal_alpha({{1, 2}, {2, 1}}) == -500'000);
}

TEST_CASE("One step apart is a smaller disagreement than the whole scale") {
  const auto near = ordinal_alpha({{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {1, 2}});
  const auto far = ordinal_alpha({{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {0, 4}});
  REQUIRE(near);
  REQUIRE(far);
  CHECK(*near > *far);
}

TEST_CASE("Where there is nothing to compare there is no agreement to tell") {
  CHECK_FALSE(ordinal_alpha({}));
  CHECK_FALSE(ordinal_alpha({{3}, {1}, {}}));
  CHECK_FALSE(ordinal_alpha({{3, 3}, {3, 3}}));
}
