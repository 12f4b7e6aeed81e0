#include "misbehaving.hpp"

namespace {

namespace wire = misbehaving::wire;

class ClaimsMore : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    wire::send(wire::kDone, 1, -1, UINT64_MAX, UINT64_MAX);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ClaimsMore, "claims-more", "1.0.0")
