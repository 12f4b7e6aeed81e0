#include "misbehaving.hpp"

namespace {

class WritesBefore : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    scores.raw().values[0][-1] = 1.0;  // the guard page before the output
  }
};

}  // namespace

PILAH_RULE(WritesBefore, "writes-before", "1.0.0")
