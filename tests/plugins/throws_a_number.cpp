#include "misbehaving.hpp"

namespace {

class ThrowsANumber : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (batch.rows() > 0) throw 42;  // no std::exception
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ThrowsANumber, "throws-a-number", "1.0.0")
