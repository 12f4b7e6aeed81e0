#include "number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace workbook {
namespace {

using Kind = NumberFormat::Kind;
using Finest = NumberFormat::Finest;

constexpr double kSecondsOfDay = 86'400;
/// 31 December 9999, the last day that spreadsheets know.
constexpr double kLastDay = 2'958'465;

/// The code's first section without quoted texts, escapes, fill characters and what stands
/// in brackets; in small letters. Hours, minutes and seconds that run on ("[h]") stay.
std::string bare(std::string_view code) {
  std::string rest;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const auto end = std::min(code.find(']', i), code.size() - 1);
      const char first = static_cast<char>(i + 1 < code.size() ? code[i + 1] | 0x20 : 0);
      if (first == 'h' || first == 's') rest += first;
      i = end;
    } else {
      rest += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
  }
  return rest;
}

NumberFormat date(Finest finest) { return {Kind::kDate, finest}; }

std::string padded(std::string digits, const NumberFormat& format) {
  const bool is_negative = digits.starts_with('-');
  const auto first = is_negative ? std::size_t{1} : std::size_t{0};
  auto point = digits.find('.');
  if (format.decimals > 0) {
    if (point == std::string::npos) {
      point = digits.size();
      digits += '.';
    }
    const std::size_t has = digits.size() - point - 1;
    if (has < format.decimals) digits.append(format.decimals - has, '0');
  }
  // Three of them could be taken for thousands: one digit more says that they are not.
  if (point != std::string::npos && digits.size() - point - 1 == 3) digits += '0';
  const std::size_t whole = std::min(point, digits.size()) - first;
  if (whole < format.whole_digits) digits.insert(first, format.whole_digits - whole, '0');
  return digits;
}

/// Two digits each: 2024-03-01 as far as `finest`.
std::string date_text(std::chrono::sys_days day, Finest finest) {
  const std::chrono::year_month_day at(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(at.year()),
                static_cast<unsigned>(at.month()), static_cast<unsigned>(at.day()));
  const std::string whole = text.data();
  return whole.substr(0, finest == Finest::kYear ? 4 : finest == Finest::kMonth ? 7 : 10);
}

std::string time_text(std::int64_t seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  const std::string whole = text.data();
  return whole.ends_with(":00") ? whole.substr(0, 5) : whole;
}

std::chrono::sys_days day_of(std::int64_t number, bool from_1904) {
  using namespace std::chrono;
  if (from_1904) return sys_days(year(1904) / 1 / 1) + days(number);
  // The first spreadsheets took 1900 for a leap year: its days before March are one off.
  return sys_days(year(1899) / 12 / (number < 60 ? 31 : 30)) + days(number);
}

}  // namespace

NumberFormat format_of_code(std::string_view code) {
  const std::string text = bare(code);
  if (text == "general" || text == "@") return {};
  const auto has = [&text](std::string_view letters) {
    return text.find_first_of(letters) != std::string::npos;
  };
  const bool is_scientific = text.find("0e") != std::string::npos;
  if (!is_scientific && has("ydhs")) {
    const bool has_time = has("hs");
    // Beside hours and seconds m is minutes; a day or a year beside it makes it months.
    const bool has_date = has("yd");
    if (!has_date) return {Kind::kTime};
    if (has_time) return {Kind::kDateAndTime};
    return date(has("d") ? Finest::kDay : has("m") ? Finest::kMonth : Finest::kYear);
  }
  const bool has_digits = has("0#?");
  if (!has_digits && has("m")) return date(Finest::kMonth);
  NumberFormat format;
  if (has("%")) format.kind = Kind::kPercent;
  if (is_scientific) return format;
  const auto point = std::min(text.find('.'), text.size());
  const auto zeros = [&text](std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                                               text.begin() + static_cast<std::ptrdiff_t>(to),
                                               '0'));
  };
  constexpr std::size_t kMostZeros = 30;
  format.whole_digits = std::min(zeros(0, point), kMostZeros);
  format.decimals = std::min(zeros(point, text.size()), kMostZeros);
  return format;
}

NumberFormat format_of_id(unsigned id) {
  switch (id) {
    case 2:
    case 4:
    case 39:
    case 40:
      return {Kind::kNumber, Finest::kDay, 1, 2};
    case 9:
      return {Kind::kPercent, Finest::kDay, 1, 0};
    case 10:
      return {Kind::kPercent, Finest::kDay, 1, 2};
    case 17:
      return date(Finest::kMonth);
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 45:
    case 46:
    case 47:
      return {Kind::kTime};
    case 22:
      return {Kind::kDateAndTime};
    default:
      break;
  }
  const bool is_date = (id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return is_date ? date(Finest::kDay) : NumberFormat{};
}

std::string plain_number(double value) {
  constexpr int kDigits = 15;
  std::array<char, 400> text{};
  const auto write = [&](auto... how) {
    const auto end = std::to_chars(text.data(), text.data() + text.size(), how...);
    return std::string(text.data(), end.ptr);
  };
  if (!std::isfinite(value)) return "";
  if (value == 0) return "0";
  std::string shortest = write(value, std::chars_format::general, kDigits);
  const double rounded = [&] {
    double read = 0;
    std::from_chars(shortest.data(), shortest.data() + shortest.size(), read);
    return read;
  }();
  const bool has_exponent = shortest.find('e') != std::string::npos;
  if (!has_exponent || std::fabs(rounded) >= 1e21) return shortest;
  return write(rounded, std::chars_format::fixed);
}

std::string shown(double value, const NumberFormat& format, bool from_1904) {
  if (format.kind == Kind::kNumber) return padded(plain_number(value), format);
  if (format.kind == Kind::kPercent) return padded(plain_number(value * 100), format) + '%';
  if (!(value >= 0 && value < kLastDay + 1)) return plain_number(value);
  auto day = static_cast<std::int64_t>(value);
  auto seconds =
      static_cast<std::int64_t>(std::llround((value - static_cast<double>(day)) * kSecondsOfDay));
  if (seconds == static_cast<std::int64_t>(kSecondsOfDay)) {
    ++day;
    seconds = 0;
  }
  if (format.kind == Kind::kTime) {
    return time_text(day * static_cast<std::int64_t>(kSecondsOfDay) + seconds);
  }
  const std::string written = date_text(day_of(day, from_1904), format.finest);
  const bool with_time = format.kind == Kind::kDateAndTime && seconds > 0;
  return with_time ? written + ' ' + time_text(seconds) : written;
}

}  // namespace workbook
