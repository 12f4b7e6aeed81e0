#include <csignal>

#include "misbehaving.hpp"

namespace {

class HandlesTraps : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    std::signal(SIGSYS, SIG_IGN);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(HandlesTraps, "handles-traps", "1.0.0")
