#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class Unshares : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    ::syscall(SYS_unshare, CLONE_NEWUSER);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(Unshares, "unshares", "1.0.0")
