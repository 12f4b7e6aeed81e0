#include "misbehaving.hpp"

namespace {

class Behaves : public misbehaving::Soon {
 public:
  using Soon::Soon;
};

}  // namespace

PILAH_RULE(Behaves, "behaves", "1.0.0")
