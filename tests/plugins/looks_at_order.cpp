#include "misbehaving.hpp"

namespace {

class LooksAtOrder : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    // Says that it is row-wise and gives the number of the row.
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      const auto number = batch.raw().first_row + row;
      scores.set(row, 0, static_cast<double>(number % 100) / 100.0);
    }
  }
};

}  // namespace

PILAH_RULE(LooksAtOrder, "looks-at-order", "1.0.0")
