// The problems that fuzz_certificate holds certificates against, small enough to know
// all of their sets by trying each.
#pragma once

#include <random>
#include <vector>

#include "unit/selection/draft.hpp"

namespace pilah::selection::fuzz {

// The same at each call: loose, tight, of many equal scores, and without an answer.
inline std::vector<tests::Draft> proven_problems() {
  std::mt19937_64 random(20);
  std::vector<tests::Draft> result;
  result.push_back(tests::random_draft(random, {8, 8, -3, 6, 5, false}));
  result.push_back(tests::random_draft(random, {8, 8, -3, 6, 5, true}));
  result.push_back(tests::random_draft(random, {8, 8, 0, 1, 2, false}));
  result.push_back(result.front());
  result.back().count_min = 4;
  result.back().excluding = {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {6, 7}};
  return result;
}

}  // namespace pilah::selection::fuzz
