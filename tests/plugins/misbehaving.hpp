// What the misbehaving plugins have in common: one criterion, two columns.
#pragma once

#include <algorithm>
#include <string>

#include "pilah/plugin.hpp"

namespace misbehaving {

/// Behaves: the shorter, the better.
class Soon : public pilah::Rule {
 public:
  static pilah::RuleDescription describe() {
    return {{"name", "duration_months"},
            {{"soon", "Cepat", "Soon", "lama", "long", "cepat", "soon", 1}},
            {{"no-name", "tanpa nama", "without a name"}},
            {},
            true};
  }
  explicit Soon(const pilah::Arguments& arguments)
      : horizon_(static_cast<double>(arguments.integer("/horizon").value_or(12))) {}

  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      const auto months = batch.column(1).integer(row);
      if (!batch.column(0).text(row)) scores.reject(row, 0);
      scores.set(row, 0,
                 months
                     ? std::optional(std::max(0.0, 1.0 - static_cast<double>(*months) / horizon_))
                     : std::nullopt);
    }
  }
  std::string explain(const pilah::Batch& batch, std::uint64_t row, std::uint32_t) {
    const auto months = batch.column(1).integer(row);
    return months ? std::to_string(*months) + " bulan" : "belum diketahui";
  }

 private:
  double horizon_;
};

}  // namespace misbehaving
