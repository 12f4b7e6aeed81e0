#include "misbehaving.hpp"

namespace {

class UnknownReason : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores& scores) { scores.reject(0, 7); }
};

}  // namespace

PILAH_RULE(UnknownReason, "unknown-reason", "1.0.0")
