#include "misbehaving.hpp"

namespace {

class LoopsExplaining : public misbehaving::Soon {
 public:
  using Soon::Soon;
  std::string explain(const pilah::Batch&, std::uint64_t, std::uint32_t) {
    for (volatile bool forever = true; forever;) {
    }
    return {};
  }
};

}  // namespace

PILAH_RULE(LoopsExplaining, "loops-explaining", "1.0.0")
