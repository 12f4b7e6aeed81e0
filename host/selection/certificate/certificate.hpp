// Why an answer is the best, in integers that anyone can check without a solver.
//
// A proof is a tree, listed in preorder. Each node says what its part of all sets is
// worth at most: multiply each row of the problem (below) by its multiplier, one sign
// for each of its ends; add them to the objective; what then remains of each candidate
// is its reduced cost, and by weak duality
//
//   2^shift score <= sum multiplier * end + sum over undecided max(0, reduced cost)
//                                         + sum over chosen reduced cost.
//
// Is that less than what the proof is about, the node is closed. Otherwise every
// candidate is decided whose other value would close it, and the node goes on: the
// rest is walked set by set (kWalk), or looked at with other multipliers (kAgain: one
// child), or divided by a candidate (kBranch: the child with it, then the one without).
// An impossible node leaves the objective out: less than 0 then means that no set
// meets the rows.
//
// The rows: the count; each resource with the least of its limits; each group with the
// largest of its minima and the least of its maxima, a coverage of all groups of a
// family counting as minima of 1; for each group of another coverage "it is covered
// only if a member is chosen" (members - covered >= 0); each such coverage; each
// requires (first - second <= 0); each set of candidates that pairwise exclude one
// another (sum <= 1). A positive multiplier belongs to the upper end.
//
// Ownership: values. Units: those of the problem.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/selection/problem.hpp"
#include "pilah/selection/wide.hpp"

namespace pilah::selection {

struct Multiplier {
  enum class Row : std::uint8_t {
    kCount,
    kResource,
    kGroup,
    kCovered,
    kCoverage,
    kRequires,
    kExcludes,
  };

  Row row = Row::kCount;
  std::uint32_t index = 0;       // of the resource, group, coverage or pair
  std::vector<Position> clique;  // kExcludes: who exclude one another
  Wide value = 0;                // times 2^-shift of the node

  bool operator==(const Multiplier&) const = default;
};

struct ProofNode {
  enum class Next : std::uint8_t { kWalk, kAgain, kBranch };

  bool impossible = false;
  std::uint32_t shift = 0;
  std::vector<Multiplier> multipliers;
  Next next = Next::kWalk;
  Position branch = 0;  // kBranch

  bool operator==(const ProofNode&) const = default;
};

struct Certificate {
  // What is proven of `selected`, each more than the one before; or of the problem.
  enum class Claim : std::uint8_t {
    kBound,       // no set scores more than `bound`
    kScore,       // and `bound` is the score of the selected set
    kOrder,       // and no set of that score comes before it
    kInfeasible,  // no set meets the constraints
  };

  Claim claim = Claim::kBound;
  std::optional<std::vector<Position>> selected;  // ascending; none was found, or there is none
  std::int64_t bound = 0;
  std::vector<ProofNode> proof;  // empty: the constraints collide at first sight

  bool operator==(const Certificate&) const = default;
};

}  // namespace pilah::selection
