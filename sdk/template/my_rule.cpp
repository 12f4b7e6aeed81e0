// What is soon done is better; what has no owner is no candidate.
#include <string>

#include "pilah/plugin.hpp"

class MyRule : public pilah::Rule {
 public:
  static pilah::RuleDescription describe() {
    return {.columns = {"owner", "duration_months"},
            .criteria = {{"soon", "Cepat selesai", "Soon done", "setahun atau lebih",
                          "a year or more", "segera", "at once"}},
            .reasons = {{"no-owner", "belum ada pemilik", "no owner is named"}},
            .groups = {}};
  }

  explicit MyRule(const pilah::Arguments& arguments)
      : horizon_(static_cast<double>(arguments.integer("/horizon_months").value_or(12))),
        english_(arguments.english()) {}

  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      if (!batch.column(0).known(row)) scores.reject(row, 0);
      const auto months = batch.column(1).integer(row);
      if (!months) continue;  // never set: it cannot be told, which is not 0
      scores.set(row, 0, pilah::between(static_cast<double>(*months), horizon_, 0));
    }
  }

  std::string explain(const pilah::Batch& batch, std::uint64_t row, std::uint32_t) {
    const auto months = batch.column(1).integer(row);
    if (!months) return english_ ? "the duration is unknown" : "durasi belum diketahui";
    return std::to_string(*months) + (english_ ? " months" : " bulan");
  }

 private:
  double horizon_;
  bool english_;
};

PILAH_RULE(MyRule, "my-rule", "1.0.0")
