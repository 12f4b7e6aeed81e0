#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ClosesAll : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (int number = 0; number < 16; ++number) {
      if (number != 3) ::close(number);
    }
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ClosesAll, "closes-all", "1.0.0")
