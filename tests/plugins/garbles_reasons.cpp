#include "misbehaving.hpp"

namespace {

class GarblesReasons : public misbehaving::Soon {
 public:
  using Soon::Soon;
  std::string explain(const pilah::Batch&, std::uint64_t, std::uint32_t) {
    std::string text = "\x80";
    for (int i = 0; i < 2000; ++i) text += "\xC3\xA9";  // e with an acute accent
    return text;
  }
};

}  // namespace

PILAH_RULE(GarblesReasons, "garbles-reasons", "1.0.0")
