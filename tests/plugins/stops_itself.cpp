#include <csignal>

#include "misbehaving.hpp"

namespace {

class StopsItself : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    std::raise(SIGSTOP);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(StopsItself, "stops-itself", "1.0.0")
