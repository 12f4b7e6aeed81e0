#include <cstdio>

#include "misbehaving.hpp"

namespace {

class FloodsErrors : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (int i = 0; i < 100000; ++i) std::fputs("noise noise noise noise noise noise\n", stderr);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(FloodsErrors, "floods-errors", "1.0.0")
