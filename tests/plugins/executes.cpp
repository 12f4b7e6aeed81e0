#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class Executes : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    ::execl("/bin/true", "true", static_cast<char*>(nullptr));
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(Executes, "executes", "1.0.0")
