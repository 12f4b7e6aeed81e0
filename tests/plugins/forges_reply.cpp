#include "misbehaving.hpp"

namespace {

namespace wire = misbehaving::wire;

class ForgesReply : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    wire::send(wire::kDone, 1);
    wire::send(wire::kDone, 2);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ForgesReply, "forges-reply", "1.0.0")
