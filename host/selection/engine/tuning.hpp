// Sizes at which the engine changes its method. They decide how fast an answer
// comes, never which: tests run with extreme ones and expect the same answers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "pilah/selection/engine/matrix.hpp"

namespace pilah::selection::engine {

struct Tuning {
  // Models with at most so many free columns are searched without narrowing.
  Column direct_columns = 400;
  // Columns with which the relaxation of a large model begins, per criterion.
  Column seeds = 600;
  // Columns of a large model that are priced between two looks at all of them.
  Column near_columns = 20'000;
  // Columns of the first and of the second search for good sets.
  Column first_core = 250;
  Column second_core = 2500;
  // Relaxations that such a search may solve.
  std::uint64_t first_relaxations = 200;
  // Columns with which the relaxation of a large core begins.
  Column core_columns = 400;
  // Work on a core whose objective is one of its limits before sums are listed, as an
  // Effort counts it; at least 1.
  std::uint64_t first_turn = 5'000;
  // Steps of a look at the sums of a subtree (sum_search.hpp): 2^first_sums in the first
  // walk, up to 2^last_sums in the last.
  int first_sums = 19;
  int last_sums = 27;
  // Work on a core before other threads join, as an Effort counts it; at least 1.
  std::uint64_t alone = 20'000;
  // A subtree of so few choices is walked without relaxations.
  Column walked_choices = 14;
  // Cores of more choices are copied once a quarter of them is decided.
  Column copied_choices = 24;
  // Ties that a search by a later criterion of the total order collects.
  std::size_t later_ties = 200;
};

}  // namespace pilah::selection::engine
