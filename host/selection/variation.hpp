// What a question supposes of a problem: this candidate out, that much more
// budget, other scores, a set that keeps at least six of these eight.
//
// All of it holds beside the problem's constraints; where it speaks of a limit or
// of the count it stands in the place of the problem's own.
//
// Requires of its user: positions below the problem's size; each candidate forced
// once; values within +-2^53; scores as those of a problem (problem.hpp).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "pilah/selection/problem.hpp"

namespace pilah::selection {

struct Forcing {
  Position candidate = 0;
  bool in = false;  // otherwise out
};

struct Variation {
  struct Maximum {
    ResourceIndex resource = 0;
    std::int64_t value = 0;
  };
  // How many of some candidates, each named once, are chosen.
  struct Overlap {
    std::vector<Position> candidates;
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
  };

  std::vector<Forcing> forced = {};
  std::vector<Maximum> limits = {};
  std::optional<std::int64_t> count_min = {}, count_max = {};
  std::vector<Overlap> overlaps = {};
  std::vector<std::int64_t> scores = {};  // by candidate; empty: the problem's
};

}  // namespace pilah::selection
