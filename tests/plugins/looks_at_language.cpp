#include "misbehaving.hpp"

namespace {

class LooksAtLanguage : public misbehaving::Soon {
 public:
  explicit LooksAtLanguage(const pilah::Arguments& arguments)
      : Soon(arguments), english_(arguments.english()) {}
  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    Soon::score(batch, scores);
    if (english_) scores.set(0, 0, 0.25);
  }

 private:
  bool english_;
};

}  // namespace

PILAH_RULE(LooksAtLanguage, "looks-at-language", "1.0.0")
