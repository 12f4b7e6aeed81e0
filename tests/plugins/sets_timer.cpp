#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class SetsTimer : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    ::alarm(1);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(SetsTimer, "sets-timer", "1.0.0")
