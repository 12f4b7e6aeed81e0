#include "misbehaving.hpp"

namespace {

class JoinsEndlessly : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    for (int i = 0;; ++i) scores.join(0, "kelompok-" + std::to_string(i));
  }
};

}  // namespace

PILAH_RULE(JoinsEndlessly, "joins-endlessly", "1.0.0")
