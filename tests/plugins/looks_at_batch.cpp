#include "misbehaving.hpp"

namespace {

class LooksAtBatch : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    // Says that it is row-wise and counts the rows of its batch.
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      scores.set(row, 0, 1.0 / static_cast<double>(batch.rows()));
    }
  }
};

}  // namespace

PILAH_RULE(LooksAtBatch, "looks-at-batch", "1.0.0")
