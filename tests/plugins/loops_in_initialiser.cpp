#include "misbehaving.hpp"

namespace {

int loop() {
  for (volatile bool forever = true; forever;) {
  }
  return 0;
}

[[maybe_unused]] const int kNever = loop();

}  // namespace

namespace {

class LoopsInInitialiser : public misbehaving::Soon {
 public:
  using Soon::Soon;
};

}  // namespace

PILAH_RULE(LoopsInInitialiser, "loops-in-initialiser", "1.0.0")
