// What is soon done is better; what has no owner is no candidate.
#include <string>

#include "pilah/plugin.hpp"

class MyRule : public pilah::RowRule<MyRule> {
 public:
  static pilah::RuleDescription describe() {
    return {{"owner", "duration_months"},
            {{"soon", "Cepat selesai", "Soon done", "sepanjang horison", "takes the whole horizon",
              "segera", "at once"}},
            {{"no-owner", "belum ada pemilik", "no owner is named"}},
            {}};
  }

  explicit MyRule(const pilah::Arguments& arguments)
      : RowRule(arguments),
        horizon_(static_cast<double>(arguments.integer("/horizon_months").value_or(12))) {}

  pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t) {
    const auto months = batch.column(1).integer(row);
    if (!months) return {std::nullopt, "durasi belum diketahui", "the duration is unknown"};
    const std::string count = std::to_string(*months);
    return {pilah::between(static_cast<double>(*months), horizon_, 0), count + " bulan",
            count + " months"};
  }

  std::optional<std::uint8_t> why_not(const pilah::Batch& batch, std::uint64_t row) {
    if (!batch.column(0).known(row)) return 0;  // the first of the reasons
    return std::nullopt;
  }

 private:
  double horizon_;
};

PILAH_RULE(MyRule, "my-rule", "1.0.0")
