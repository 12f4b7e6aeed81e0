// Looks at every set that a node of a proof leaves, one by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "pilah/selection/certificate/certificate.hpp"
#include "pilah/selection/certificate/checking/decisions.hpp"
#include "pilah/selection/certificate/checking/rows.hpp"
#include "pilah/selection/certificate/checking/weak_duality.hpp"

namespace pilah::selection::checking {

constexpr std::size_t kDeepest = 5'000;  // of a proof's tree, and of a walk

// Sets of a score below `threshold` need no look; none: all sets do.
class Walk {
 public:
  Walk(const Problem& problem, const Rows& rows, const Certificate& certificate,
       std::uint64_t most_steps)
      : problem_(&problem), rows_(&rows), certificate_(&certificate), most_steps_(most_steps) {}

  // Throws Flaw for a set that the certificate says is not there, and when it takes
  // too long. `room`: what the bound leaves above the threshold, times 2^shift.
  void run(const Decisions& decisions, const ProvenBound& proven, Wide room,
           std::optional<Wide> threshold);

  std::uint64_t steps() const { return steps_; }

 private:
  void step(std::size_t place, Wide room);
  bool fits(Position candidate) const;
  void look_at_set() const;
  bool comes_before(const Set& set, const Set& other) const;

  const Problem* problem_;
  const Rows* rows_;
  const Certificate* certificate_;
  std::uint64_t most_steps_;
  std::uint64_t steps_ = 0;

  std::optional<Wide> threshold_;
  std::vector<std::pair<Wide, Position>> order_;  // largest reduced cost first
  Set chosen_;
  std::vector<std::int64_t> used_;
};

std::int64_t score_of(const Problem& problem, const Set& set);

}  // namespace pilah::selection::checking
