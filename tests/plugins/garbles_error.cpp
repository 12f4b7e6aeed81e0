#include "misbehaving.hpp"

namespace {

class GarblesError : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) {
    throw std::runtime_error("baris \xFF\x1B[2Jdua" + std::string(9000, 'x'));
  }
};

}  // namespace

PILAH_RULE(GarblesError, "garbles-error", "1.0.0")
