// What the multipliers of a node prove, recomputed: weak duality over all candidates.
#pragma once

#include <unordered_map>
#include <vector>

#include "pilah/selection/certificate/certificate.hpp"
#include "pilah/selection/certificate/checking/decisions.hpp"
#include "pilah/selection/certificate/checking/rows.hpp"

namespace pilah::selection::checking {

struct ProvenBound {
  Wide bound = 0;           // times 2^shift of the node
  std::vector<Wide> costs;  // reduced, by place in Decisions::open()
};

// Keeps room for the multipliers from node to node. Refers to problem and rows.
class WeakDuality {
 public:
  WeakDuality(const Problem& problem, const Rows& rows);

  // Throws Flaw: for multipliers of rows or ends that are not there, and overflow.
  ProvenBound prove(const ProofNode& node, const Decisions& decisions);

 private:
  Wide end_of(const Multiplier& each);
  Wide end_of_resource(const Multiplier& each);
  Wide end_of_group(const Multiplier& each);
  Wide end_of_covered(const Multiplier& each);
  Wide end_of_coverage(const Multiplier& each);
  Wide end_of_requires(const Multiplier& each);
  Wide end_of_clique(const Multiplier& each);
  void add_pair_value(Position candidate, Wide value);
  Wide reduced_cost(const ProofNode& node, Position candidate) const;
  Wide covered_bound() const;
  void forget(const ProofNode& node);

  const Problem* problem_;
  const Rows* rows_;
  // The multipliers of the node in hand, by index of their row.
  Wide count_value_ = 0;
  std::vector<Wide> resource_value_, group_value_, covered_value_, coverage_value_;
  std::unordered_map<Position, Wide> pair_value_;  // by candidate: of requires and excludes
};

}  // namespace pilah::selection::checking
