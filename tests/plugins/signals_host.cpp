#include <csignal>

#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class SignalsHost : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (::kill(::getppid(), SIGTERM) == 0) throw std::runtime_error("could signal the host");
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(SignalsHost, "signals-host", "1.0.0")
