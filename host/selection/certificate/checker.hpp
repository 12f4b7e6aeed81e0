// Checks a certificate with nothing of the engine that made it: it shares the problem
// and integers of 128 bits, and is written to be read in one sitting.
//
// Whatever the certificate says, what is verified holds: multipliers are recomputed
// over all candidates, every overflow is refused, and no candidate is trusted to be
// decided unless its reduced cost decides it.
//
// Threads: a pure function. Time: of the size of the proof times that of what is left
// of the problem after the first node; what is walked set by set is bounded.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/selection/certificate/certificate.hpp"

namespace pilah::selection {

struct Verdict {
  // Each is verified, or not claimed or not reached.
  bool selected = false;    // the selected set meets all constraints
  bool bound = false;       // no set scores more than bound_value
  bool reduction = false;   // all candidates but `core` are decided by the first node
  bool core = false;        // what is left was closed or walked to the end
  bool order = false;       // no set of the selected one's score comes before it
  bool infeasible = false;  // no set meets the constraints

  std::int64_t score = 0;        // of the selected set, recomputed
  std::int64_t bound_value = 0;  // the least that was proven
  std::uint32_t core_size = 0;
  std::uint64_t nodes = 0;   // of the proof, looked at
  std::uint64_t walked = 0;  // decisions of the walks

  // Everything that the certificate claims was verified.
  bool holds = false;
  // If not: what is wrong with it, in English.
  std::string flaw;
};

constexpr std::uint64_t kMostWalked = 200'000'000;

Verdict check(const Problem& problem, const Certificate& certificate,
              std::uint64_t most_walked = kMostWalked);

}  // namespace pilah::selection
