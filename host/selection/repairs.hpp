// How a problem that nothing satisfies can be mended: for each constraint of a
// conflict the smallest change of it alone with which all others hold.
//
//   limit, count, bound on a group:  the nearest number;
//   minimum of each of a family:     the fewest groups for which it is given up
//                                    (of a minimum above 1: the nearest number);
//   maximum of each of a family:     the nearest number;
//   coverage:                        the most groups that can be covered;
//   requires, excludes, include, exclude: to leave it out.
//
// Each is proven. Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pilah/selection/constraint.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

struct Repair {
  enum class Kind : std::uint8_t {
    kNumber,    // value is the nearest that it may demand
    kFewer,     // value of the groups can have the minimum; given_up lists the others
    kLeftOut,   // without it there is a set
    kNotAlone,  // even without it there is none: another conflict remains
    kUnknown,   // a limit of the options came first
  };

  Constraint constraint;
  Kind kind = Kind::kUnknown;
  std::int64_t value = 0;
  std::vector<GroupIndex> given_up;  // one choice of as few as can be
};

// What it says: kind, arguments and an English phrase.
Message describe(const Problem& problem, const Repair& repair);

// One for each of the constraints, in their order.
std::vector<Repair> smallest_repairs(const Problem& problem,
                                     std::span<const Constraint> constraints,
                                     const SolveOptions& options = {});

}  // namespace pilah::selection
