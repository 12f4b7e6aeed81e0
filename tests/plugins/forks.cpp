#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class Forks : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (::fork() >= 0) throw std::runtime_error("could fork");
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(Forks, "forks", "1.0.0")
