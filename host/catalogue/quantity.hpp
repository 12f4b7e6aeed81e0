// Amounts that must not be mixed up: rupiah, months, steps of a scale, millionths.
#pragma once

#include <compare>
#include <cstdint>

namespace pilah::catalogue {

/// Money: a whole number of rupiah. Never a floating-point number.
struct Rupiah {
  std::int64_t amount = 0;
  friend auto operator<=>(const Rupiah&, const Rupiah&) = default;
};

/// A duration in whole months.
struct Months {
  std::int32_t count = 0;
  friend auto operator<=>(const Months&, const Months&) = default;
};

/// A step on a described scale of 0 to 4 (readiness, assessments).
struct Step {
  std::int32_t value = 0;
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// A share or a confidence in integer millionths: 0 to 1,000,000.
struct Millionths {
  std::int64_t value = 0;
  friend auto operator<=>(const Millionths&, const Millionths&) = default;
};

/// Bounds of what the registry takes; beyond them a slip of the pen is likelier.
inline constexpr std::int64_t kMaxRupiah = 1'000'000'000'000'000;  // a thousand trillion
inline constexpr std::int32_t kMaxMonths = 600;
inline constexpr std::int32_t kMaxStep = 4;

}  // namespace pilah::catalogue
