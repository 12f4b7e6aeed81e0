#include "misbehaving.hpp"

namespace {

class JoinsBadly : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    scores.join(0, "Kelompok Satu");
  }
};

}  // namespace

PILAH_RULE(JoinsBadly, "joins-badly", "1.0.0")
