#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class SleepsForever : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (;;) ::sleep(1000);
    static_cast<void>(batch);
    static_cast<void>(scores);
  }
};

}  // namespace

PILAH_RULE(SleepsForever, "sleeps-forever", "1.0.0")
