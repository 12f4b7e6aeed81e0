#include "misbehaving.hpp"

namespace {

class TakesMemoryInCreate : public misbehaving::Soon {
 public:
  explicit TakesMemoryInCreate(const pilah::Arguments& arguments) : Soon(arguments) {
    for (;;) kept_.emplace_back(16 * 1024 * 1024, 'x');
  }

 private:
  std::vector<std::string> kept_;
};

}  // namespace

PILAH_RULE(TakesMemoryInCreate, "takes-memory-in-create", "1.0.0")
