#include <sys/syscall.h>
#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ReadsOtherProcess : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    ::syscall(SYS_process_vm_readv, ::getpid(), nullptr, 0, nullptr, 0, 0);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ReadsOtherProcess, "reads-other-process", "1.0.0")
