#include <sys/mman.h>

#include "misbehaving.hpp"

namespace {

class MapsCode : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    if (::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0) != MAP_FAILED)
      throw std::runtime_error("could make code");
    Soon::score(batch, scores);
  }
};

}  // namespace

PILAH_RULE(MapsCode, "maps-code", "1.0.0")
