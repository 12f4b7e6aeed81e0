#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class DiesAtFirst : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    // Another process of it behaves: the batch before was scored by this one.
    if (batch.raw().first_row == 0) Soon::score(batch, scores);
    if (batch.raw().first_row != 0 && scored_ > 0) std::abort();
    if (batch.raw().first_row != 0) Soon::score(batch, scores);
    ++scored_;
  }

 private:
  int scored_ = 0;
};

}  // namespace

PILAH_RULE(DiesAtFirst, "dies-at-first", "1.0.0")
