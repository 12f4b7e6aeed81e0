// What the misbehaving plugins have in common: one criterion, two columns.
#pragma once

#include <algorithm>
#include <string>

#include <sys/socket.h>

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
                 months ? pilah::between(static_cast<double>(*months), horizon_, 0) : std::nullopt);
    }
  }
  std::string explain(const pilah::Batch& batch, std::uint64_t row, std::uint32_t) {
    const auto months = batch.column(1).integer(row);
    return months ? std::to_string(*months) + " bulan" : "belum diketahui";
  }

 private:
  double horizon_;
};

/// What a plugin that looked into its own process could send to the host.
namespace wire {

inline constexpr std::uint32_t kDone = 8;
inline constexpr std::uint32_t kRows = 9;

inline void send(std::uint32_t kind, std::uint32_t sequence, std::int64_t a = 0,
                 std::uint64_t b = 0, std::uint64_t c = 0) {
  struct {
    std::uint32_t kind, sequence;
    std::int64_t a;
    std::uint64_t b, c;
  } message{kind, sequence, a, b, c};
  ::send(3, &message, sizeof(message), 0);
}

}  // namespace wire
}  // namespace misbehaving
