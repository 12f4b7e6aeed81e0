#include "misbehaving.hpp"

namespace {

class ThrowsInCreate : public misbehaving::Soon {
 public:
  explicit ThrowsInCreate(const pilah::Arguments& arguments) : Soon(arguments) {
    throw pilah::BadParameters("horizon is no horizon");
  }
};

}  // namespace

PILAH_RULE(ThrowsInCreate, "throws-in-create", "1.0.0")
