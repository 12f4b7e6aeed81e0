#include "misbehaving.hpp"

namespace {

class GarblesDescription : public misbehaving::Soon {
 public:
  using Soon::Soon;
  static pilah::RuleDescription describe() {
    auto description = Soon::describe();
    description.reasons.front().text_en = "without a \xC0\xAE name";
    return description;
  }
};

}  // namespace

PILAH_RULE(GarblesDescription, "garbles-description", "1.0.0")
