// The constraints of a problem one by one, so that each can be named, left out
// and checked by itself.
//
// A count or a bound with both ends is two constraints; a bound on a family is
// one per end. Everything here is exact and free of the engine: holds() is what
// "feasible" means.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pilah/selection/message.hpp"
#include "pilah/selection/problem.hpp"

namespace pilah::selection {

struct Constraint {
  enum class Kind : std::uint8_t {
    kCountMin,
    kCountMax,
    kLimit,
    kBoundMin,
    kBoundMax,
    kCoverage,
    kRequires,
    kExcludes,
    kInclude,
    kExclude,
  };

  Kind kind = Kind::kCountMin;
  std::uint32_t index = 0;  // among those of its kind in the problem

  auto operator<=>(const Constraint&) const = default;
};

// All of them, by kind and then in the order of the document.
std::vector<Constraint> constraints_of(const Problem& problem);

// The number that it demands; none of a pair and of what is forced.
const Demand* demand_of(const Problem& problem, const Constraint& constraint);

// Where its user wrote it: a JSON pointer.
std::string pointer_of(const Problem& problem, const Constraint& constraint);

// What it demands: kind, arguments and an English phrase.
Message describe(const Problem& problem, const Constraint& constraint);

// Whether the set meets it. Requires: positions ascending and < problem.size().
bool holds(const Problem& problem, const Constraint& constraint,
           std::span<const Position> positions);

// A constraint that cannot hold together with others, as an answer lists it.
struct Conflict {
  Constraint constraint;
  std::string pointer;
  Message message;

  bool operator==(const Conflict&) const = default;
};

}  // namespace pilah::selection
