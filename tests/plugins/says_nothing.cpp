#include "misbehaving.hpp"

namespace {

class SaysNothing : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (std::uint64_t row = 0; row < batch.rows(); ++row) scores.set(row, 0, 0.5);
  }
  std::string explain(const pilah::Batch&, std::uint64_t, std::uint32_t) { return {}; }
};

}  // namespace

PILAH_RULE(SaysNothing, "says-nothing", "1.0.0")
