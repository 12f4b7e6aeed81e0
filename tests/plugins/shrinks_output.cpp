#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ShrinksOutput : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (int number = 4; number < 16; ++number) {
      if (::ftruncate(number, 0) == 0) throw std::runtime_error("could cut the output off");
    }
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ShrinksOutput, "shrinks-output", "1.0.0")
