#include <sys/socket.h>

#include "misbehaving.hpp"

namespace {

class GarblesWire : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    const char garbage[] = "bukan pesan";
    ::send(3, garbage, sizeof(garbage), 0);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(GarblesWire, "garbles-wire", "1.0.0")
