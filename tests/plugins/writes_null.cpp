#include "misbehaving.hpp"

namespace {

class WritesNull : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) {
    volatile int* nowhere = nullptr;
    *nowhere = 1;
  }
};

}  // namespace

PILAH_RULE(WritesNull, "writes-null", "1.0.0")
