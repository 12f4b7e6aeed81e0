#include "misbehaving.hpp"

namespace {

/// Without end, and not to be turned into a loop.
std::uint64_t deeper(std::uint64_t depth) {
  if (depth == UINT64_MAX) return 0;
  volatile char filler[4096] = {};
  filler[depth % sizeof(filler)] = 1;
  return deeper(depth + 1) + static_cast<std::uint64_t>(filler[0]);
}

class OverflowsStack : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    scores.set(0, 0, static_cast<double>(deeper(batch.rows())) * 0.0);
  }
};

}  // namespace

PILAH_RULE(OverflowsStack, "overflows-stack", "1.0.0")
