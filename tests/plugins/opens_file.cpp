#include <fcntl.h>

#include "misbehaving.hpp"

namespace {

class OpensFile : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (::open("/etc/passwd", O_RDONLY) >= 0) throw std::runtime_error("could open a file");
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(OpensFile, "opens-file", "1.0.0")
