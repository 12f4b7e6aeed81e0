#include "misbehaving.hpp"

namespace {

class LoopsInCreate : public misbehaving::Soon {
 public:
  explicit LoopsInCreate(const pilah::Arguments& arguments) : Soon(arguments) {
    for (volatile bool forever = true; forever;) {
    }
  }
};

}  // namespace

PILAH_RULE(LoopsInCreate, "loops-in-create", "1.0.0")
