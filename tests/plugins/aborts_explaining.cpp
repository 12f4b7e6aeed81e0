#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class AbortsExplaining : public misbehaving::Soon {
 public:
  using Soon::Soon;
  std::string explain(const pilah::Batch&, std::uint64_t, std::uint32_t) { std::abort(); }
};

}  // namespace

PILAH_RULE(AbortsExplaining, "aborts-explaining", "1.0.0")
