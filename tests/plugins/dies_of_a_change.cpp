// Lives with the entries as they are, and dies of one as it would be: shortened to a year.
#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class DiesOfAChange : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      if (batch.column(1).integer(row) == 12) std::abort();
    }
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(DiesOfAChange, "dies-of-a-change", "1.0.0")
