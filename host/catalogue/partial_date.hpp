// A date as far as it is known: 2017, 2017-03 or 2017-03-05 (ISO 8601, reduced precision).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pilah::catalogue {

struct PartialDate {
  std::int16_t year = 0;
  std::int8_t month = 0;  ///< 1 to 12; 0: only the year is known
  std::int8_t day = 0;    ///< 1 to 31; 0: no day is known

  /// By year, then month, then day; the less precise comes first.
  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

  std::string text() const;
  /// Nothing unless `text` is one of the three forms and the day exists; years 1900 to 2200.
  static std::optional<PartialDate> parse(std::string_view text);
  /// Nothing unless the day exists in the Gregorian calendar; month and day may be 0.
  static std::optional<PartialDate> from(int year, int month, int day);
};

/// Whether its first day has come by `day`, a whole one.
bool has_begun(const PartialDate& date, const PartialDate& day);
/// Whether the whole of the day, month or year has gone by on `day`.
bool is_over(const PartialDate& date, const PartialDate& day);

}  // namespace pilah::catalogue
