#include "misbehaving.hpp"

namespace {

class LoopsInScore : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) {
    for (volatile bool forever = true; forever;) {
    }
  }
};

}  // namespace

PILAH_RULE(LoopsInScore, "loops-in-score", "1.0.0")
