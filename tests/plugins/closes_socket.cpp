#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ClosesSocket : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) {
    ::close(3);
    for (volatile bool forever = true; forever;) {
    }
  }
};

}  // namespace

PILAH_RULE(ClosesSocket, "closes-socket", "1.0.0")
