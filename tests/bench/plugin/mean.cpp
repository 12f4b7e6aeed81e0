// A rule that reads ten columns of numbers and does almost nothing with them.
#include <array>

#include "pilah/plugin.hpp"

class Mean : public pilah::Rule {
 public:
  static pilah::RuleDescription describe() {
    return {{"claims_verified", "need_of_dimension", "need_of_area", "assessed_leverage",
             "assessed_felt", "assessed_novelty", "assessed_survivability", "assessed_opportunity",
             "assessed_potential", "monitoring_percent"},
            {{"mean", "Rata-rata", "Mean", "kecil", "small", "besar", "large"}},
            {},
            {}};
  }
  explicit Mean(const pilah::Arguments&) {}

  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    std::array<const double*, 10> columns{};
    for (std::uint32_t c = 0; c < columns.size(); ++c) {
      columns[c] =
          static_cast<const double*>(PILAH_ELEMENT(batch.raw().columns, pilah_column, c)->values);
    }
    double* values = scores.raw().values[0];
    std::uint8_t* unknown = scores.raw().unknown[0];
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      double sum = 0;
      for (const double* column : columns) sum += column[row];
      values[row] = sum / 10.0;
      unknown[row] = 0;
    }
  }

  std::string explain(const pilah::Batch&, std::uint64_t, std::uint32_t) { return "mean"; }
};

PILAH_RULE(Mean, "bench-mean", "1.0.0")
