#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class Aborts : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) { std::abort(); }
};

}  // namespace

PILAH_RULE(Aborts, "aborts", "1.0.0")
