#include "misbehaving.hpp"

namespace {

class TakesMemory : public misbehaving::Soon {
 public:
  using Soon::Soon;
  void score(const pilah::Batch&, pilah::Scores&) {
    std::vector<std::string> hoard;
    for (;;) hoard.emplace_back(16 * 1024 * 1024, 'x');
  }
};

}  // namespace

PILAH_RULE(TakesMemory, "takes-memory", "1.0.0")
