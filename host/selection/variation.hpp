// What a question supposes of a problem: this candidate out, that much more
// budget, other scores, a set that keeps at least six of these eight.
//
// All of it holds beside the problem's constraints, but for those that it drops or
// of which it changes the number.
//
// Requires of its user: positions below the problem's size; each candidate forced
// once; values within +-2^53; scores as those of a problem (problem.hpp).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "pilah/selection/constraint.hpp"

namespace pilah::selection {

struct Forcing {
  Position candidate = 0;
  bool in = false;  // otherwise out
};

struct Variation {
  // The total of a resource is at most that, instead of what its limits say.
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

  // A constraint of the problem that demands a number demands this one.
  struct Demanded {
    Constraint constraint;
    std::int64_t value = 0;
  };

  std::vector<Forcing> forced = {};
  std::vector<Constraint> dropped = {};
  std::vector<Demanded> demanded = {};
  std::vector<Maximum> limits = {};
  std::vector<Overlap> overlaps = {};
  std::vector<Coverage> coverages = {};
  std::vector<std::int64_t> scores = {};  // by candidate; empty: the problem's

  // The set has at least that of the problem's scores, whatever it is solved for.
  std::optional<std::int64_t> least_score = {};
};

}  // namespace pilah::selection
