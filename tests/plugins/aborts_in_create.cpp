#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class AbortsInCreate : public misbehaving::Soon {
 public:
  explicit AbortsInCreate(const pilah::Arguments& arguments) : Soon(arguments) { std::abort(); }
};

}  // namespace

PILAH_RULE(AbortsInCreate, "aborts-in-create", "1.0.0")
