#include <cmath>

#include "misbehaving.hpp"

namespace {

class NotANumber : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores& scores) { scores.set(0, 0, std::nan("")); }
};

}  // namespace

PILAH_RULE(NotANumber, "not-a-number", "1.0.0")
