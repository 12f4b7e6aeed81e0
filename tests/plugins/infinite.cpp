#include <limits>

#include "misbehaving.hpp"

namespace {

class Infinite : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    scores.set(0, 0, std::numeric_limits<double>::infinity());
  }
};

}  // namespace

PILAH_RULE(Infinite, "infinite", "1.0.0")
