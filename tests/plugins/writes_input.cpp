#include "misbehaving.hpp"

namespace {

class WritesInput : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    const auto* raw = PILAH_ELEMENT(batch.raw().columns, pilah_column, 1);
    *static_cast<std::int64_t*>(const_cast<void*>(raw->values)) = 0;
  }
};

}  // namespace

PILAH_RULE(WritesInput, "writes-input", "1.0.0")
