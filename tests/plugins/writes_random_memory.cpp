#include "misbehaving.hpp"

namespace {

class WritesRandomMemory : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    volatile char* where = reinterpret_cast<volatile char*>(0x600000000000);
    *where = 1;
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(WritesRandomMemory, "writes-random-memory", "1.0.0")
