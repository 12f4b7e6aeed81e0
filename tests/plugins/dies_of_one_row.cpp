#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class DiesOfOneRow : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      if (batch.column(1).integer(row) == 666) std::abort();
    }
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(DiesOfOneRow, "dies-of-one-row", "1.0.0")
