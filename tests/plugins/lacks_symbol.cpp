#include "misbehaving.hpp"

/// Nobody defines it.
extern "C" double pilah_missing_function(double months);

namespace {

class LacksSymbol : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores& scores) {
    scores.set(0, 0, pilah_missing_function(1.0));
  }
};

}  // namespace

PILAH_RULE(LacksSymbol, "lacks-symbol", "1.0.0")
