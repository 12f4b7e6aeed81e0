#include <sys/ptrace.h>

#include "misbehaving.hpp"

namespace {

class Traces : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0) throw std::runtime_error("could trace");
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(Traces, "traces", "1.0.0")
