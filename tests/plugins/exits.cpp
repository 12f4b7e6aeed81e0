#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class Exits : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) { std::_Exit(0); }
};

}  // namespace

PILAH_RULE(Exits, "exits", "1.0.0")
