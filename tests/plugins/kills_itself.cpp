#include <csignal>

#include "misbehaving.hpp"

namespace {

class KillsItself : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    std::raise(SIGKILL);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(KillsItself, "kills-itself", "1.0.0")
