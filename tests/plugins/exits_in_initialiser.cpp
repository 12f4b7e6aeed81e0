#include <cstdlib>

#include "misbehaving.hpp"

namespace {

const bool ended = (std::exit(0), true);

class ExitsInInitialiser : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (ended) Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(ExitsInInitialiser, "exits-in-initialiser", "1.0.0")
