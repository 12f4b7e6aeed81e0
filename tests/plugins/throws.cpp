#include "misbehaving.hpp"

namespace {

class Throws : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) {
    throw std::runtime_error("baris 17 tidak dikenal");
  }
};

}  // namespace

PILAH_RULE(Throws, "throws", "1.0.0")
