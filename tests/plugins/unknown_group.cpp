#include "misbehaving.hpp"

namespace {

class UnknownGroup : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    scores.raw().groups[0] = 1;  // it declared none
  }
};

}  // namespace

PILAH_RULE(UnknownGroup, "unknown-group", "1.0.0")
