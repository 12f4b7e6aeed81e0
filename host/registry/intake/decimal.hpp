// Decimal numbers as people write them, without a floating-point number on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pilah::registry {

/// What a single point or comma with exactly three digits behind it means ("1.234").
enum class LoneSeparator {
  kThousands,  ///< money and counts: 1234
  kDecimal,    ///< degrees: 1.234
  kNeither,    ///< it can mean both: not a number
};

/// digits x 10^-scale, e.g. {false, "12345", 2} is 123.45. `digits` has no
/// leading zero but for a lone "0", and no trailing zero behind the point.
struct Decimal {
  bool negative = false;
  std::string digits = "0";
  int scale = 0;

  /// Nothing unless `text` is one number of at most 30 digits and nothing else:
  /// "1234", "1.234.567,89", "1,234,567.00", "1 234 567", "-6,5". Thousands must
  /// stand in groups of three.
  static std::optional<Decimal> parse(std::string_view text, LoneSeparator lone);

  /// "-123.45".
  std::string text() const;
  /// Rounded half away from zero after multiplying; nothing beyond 64 bits.
  std::optional<std::int64_t> rounded(std::int64_t multiplier = 1) const;
  /// Rounded up after multiplying; nothing beyond 64 bits or below 0.
  std::optional<std::int64_t> rounded_up(std::int64_t multiplier = 1) const;
  bool is_whole() const { return scale == 0; }
};

}  // namespace pilah::registry
