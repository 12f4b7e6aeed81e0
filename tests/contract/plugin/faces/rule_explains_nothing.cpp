#include "pilah/plugin.hpp"

class Sample : public pilah::Rule {
 public:
  static pilah::RuleDescription describe() { return {}; }
  explicit Sample(const pilah::Arguments&) {}
  void score(const pilah::Batch&, pilah::Scores&) {}
};

PILAH_RULE(Sample, "sample", "1.0.0")
