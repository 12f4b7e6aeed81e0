#include <thread>

#include "misbehaving.hpp"

namespace {

class StartsThread : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    std::thread([] {}).join();
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(StartsThread, "starts-thread", "1.0.0")
