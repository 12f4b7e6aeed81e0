#include "misbehaving.hpp"

namespace {

class WritesFarBeyond : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    auto* bytes = scores.raw().not_eligible;
    for (std::uint64_t i = 0; i < 64 * 1024 * 1024; ++i) bytes[i] = 1;  // into the guard page
  }
};

}  // namespace

PILAH_RULE(WritesFarBeyond, "writes-far-beyond", "1.0.0")
