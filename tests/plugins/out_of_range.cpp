#include "misbehaving.hpp"

namespace {

class OutOfRange : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores& scores) { scores.set(0, 0, 1.0000001); }
};

}  // namespace

PILAH_RULE(OutOfRange, "out-of-range", "1.0.0")
