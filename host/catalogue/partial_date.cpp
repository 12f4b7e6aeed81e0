#include "pilah/catalogue/partial_date.hpp"

#include <charconv>
#include <chrono>

namespace pilah::catalogue {
namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  const char* first = text.data() + at;
  const auto [end, error] = std::from_chars(first, first + count, value);
  if (error != std::errc{} || end != first + count || text[at] == '-') return std::nullopt;
  return value;
}

void append_padded(std::string& text, int value, std::size_t width) {
  const std::string digits_of_value = std::to_string(value);
  if (digits_of_value.size() < width) text.append(width - digits_of_value.size(), '0');
  text += digits_of_value;
}

}  // namespace

std::string PartialDate::text() const {
  std::string text;
  append_padded(text, year, 4);
  if (month != 0) {
    text += '-';
    append_padded(text, month, 2);
  }
  if (day != 0) {
    text += '-';
    append_padded(text, day, 2);
  }
  return text;
}

std::optional<PartialDate> PartialDate::from(int year, int month, int day) {
  if (year < 1900 || year > 2200 || month < 0 || month > 12 || day < 0 || day > 31) {
    return std::nullopt;
  }
  if (month == 0 && day != 0) return std::nullopt;
  if (day != 0) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
  }
  return PartialDate{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                     static_cast<std::int8_t>(day)};
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (text.size() >= 7 && text[4] != '-') return std::nullopt;
  if (text.size() == 10 && text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = text.size() >= 7 ? digits(text, 5, 2) : std::optional<int>(0);
  const auto day = text.size() == 10 ? digits(text, 8, 2) : std::optional<int>(0);
  if (!year || !month || !day) return std::nullopt;
  if (text.size() >= 7 && *month == 0) return std::nullopt;
  if (text.size() == 10 && *day == 0) return std::nullopt;
  return from(*year, *month, *day);
}

namespace {

/// `day` told no more precisely than `date` is.
PartialDate as_precise_as(const PartialDate& date, PartialDate day) {
  if (date.month == 0) day.month = 0;
  if (date.day == 0) day.day = 0;
  return day;
}

}  // namespace

bool has_begun(const PartialDate& date, const PartialDate& day) {
  return date <= as_precise_as(date, day);
}

bool is_over(const PartialDate& date, const PartialDate& day) {
  return date < as_precise_as(date, day);
}

}  // namespace pilah::catalogue
