#include <sys/socket.h>

#include "misbehaving.hpp"

namespace {

class OpensSocket : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) throw std::runtime_error("could open a socket");
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(OpensSocket, "opens-socket", "1.0.0")
