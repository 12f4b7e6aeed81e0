#include <sys/syscall.h>
#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class SetsUpRing : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    char parameters[256] = {};
    ::syscall(SYS_io_uring_setup, 8, parameters);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(SetsUpRing, "sets-up-ring", "1.0.0")
