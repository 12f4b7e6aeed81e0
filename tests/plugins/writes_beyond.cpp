#include "misbehaving.hpp"

namespace {

class WritesBeyond : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    // The reasons are the last of the output: just behind them lies slack.
    scores.raw().not_eligible[batch.rows()] = 1;
  }
};

}  // namespace

PILAH_RULE(WritesBeyond, "writes-beyond", "1.0.0")
