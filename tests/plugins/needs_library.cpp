#include <zlib.h>

#include "misbehaving.hpp"

namespace {

class NeedsLibrary : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    if (::crc32(0, nullptr, 0) == 1) scores.reject(0, 0);
  }
};

}  // namespace

PILAH_RULE(NeedsLibrary, "needs-library", "1.0.0")
