#include "misbehaving.hpp"

namespace {

namespace wire = misbehaving::wire;

class FloodsWire : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (;;) wire::send(wire::kDone, 99);
    static_cast<void>(batch);
    static_cast<void>(scores);
  }
};

}  // namespace

PILAH_RULE(FloodsWire, "floods-wire", "1.0.0")
