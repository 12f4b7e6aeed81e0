#include <sys/mount.h>

#include "misbehaving.hpp"

namespace {

class Mounts : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    ::mount("none", "/", "tmpfs", 0, nullptr);
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(Mounts, "mounts", "1.0.0")
