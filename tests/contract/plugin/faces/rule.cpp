#include "pilah/plugin.hpp"

class Sample : public pilah::Rule {
 public:
  static pilah::RuleDescription describe() { return {}; }
  explicit Sample(const pilah::Arguments&) {}
  void score(const pilah::Batch&, pilah::Scores&) {}
  std::string explain(const pilah::Batch&, std::uint64_t, std::uint32_t) { return {}; }
};

PILAH_RULE(Sample, "sample", "1.0.0")
