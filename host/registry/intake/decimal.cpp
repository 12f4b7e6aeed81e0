#include "pilah/registry/intake/decimal.hpp"

#include <algorithm>

namespace pilah::registry {
namespace {

constexpr std::size_t kMaxDigits = 30;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// The digits of "1.234.567" for the separator '.'; nothing when the groups are not of three.
std::optional<std::string> ungrouped(std::string_view text, char separator) {
  std::string digits;
  std::size_t group = 0;
  bool first = true;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_digit(text[at])) {
      digits += text[at];
      ++group;
    } else if (at == text.size() || text[at] == separator) {
      if (first ? group == 0 || group > 3 : group != 3) return std::nullopt;
      first = false;
      group = 0;
    } else {
      return std::nullopt;
    }
  }
  return digits;
}

struct Parts {
  std::string whole;
  std::string fraction;
};

std::optional<Parts> with_fraction(std::string_view whole, char group, std::string_view fraction) {
  if (!fraction.empty() && !all_digits(fraction)) return std::nullopt;
  if (all_digits(whole)) return Parts{std::string(whole), std::string(fraction)};
  auto digits = ungrouped(whole, group);
  if (!digits) return std::nullopt;
  return Parts{std::move(*digits), std::string(fraction)};
}

std::optional<Parts> with_lone_separator(std::string_view text, std::size_t at,
                                         LoneSeparator lone) {
  const std::string_view whole = text.substr(0, at);
  const std::string_view rest = text.substr(at + 1);
  const bool either = rest.size() == 3 && whole.size() <= 3 && whole != "0" && !whole.empty();
  if (!either || lone == LoneSeparator::kDecimal) {
    if (!all_digits(whole) || !all_digits(rest)) return std::nullopt;
    return Parts{std::string(whole), std::string(rest)};
  }
  if (lone == LoneSeparator::kNeither) return std::nullopt;
  return with_fraction(text, text[at], "");
}

std::optional<Parts> split(std::string_view text, LoneSeparator lone) {
  if (text.find(' ') != std::string_view::npos) {
    // Blanks separate thousands only when points and commas do not.
    const auto point = text.find_first_of(".,");
    const auto fraction =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    return with_fraction(text.substr(0, point), ' ', fraction);
  }
  const auto point = text.rfind('.');
  const auto comma = text.rfind(',');
  if (point == std::string_view::npos && comma == std::string_view::npos) {
    return with_fraction(text, '.', "");
  }
  if (point != std::string_view::npos && comma != std::string_view::npos) {
    const std::size_t last = std::max(point, comma);
    const char group = last == point ? ',' : '.';
    if (text.substr(0, last).find(text[last]) != std::string_view::npos) return std::nullopt;
    return with_fraction(text.substr(0, last), group, text.substr(last + 1));
  }
  const std::size_t only = point == std::string_view::npos ? comma : point;
  if (text.find(text[only]) != only) return with_fraction(text, text[only], "");
  return with_lone_separator(text, only, lone);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text, LoneSeparator lone) {
  Decimal number;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    number.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty() || text.size() > 2 * kMaxDigits || !is_digit(text.front()) ||
      !is_digit(text.back())) {
    return std::nullopt;
  }
  auto parts = split(text, lone);
  if (!parts || parts->whole.size() + parts->fraction.size() > kMaxDigits) return std::nullopt;
  while (!parts->fraction.empty() && parts->fraction.back() == '0') parts->fraction.pop_back();
  number.digits = parts->whole + parts->fraction;
  number.scale = static_cast<int>(parts->fraction.size());
  const auto first = number.digits.find_first_not_of('0');
  if (first == std::string::npos) return Decimal{};
  number.digits.erase(0, first);
  return number;
}

std::string Decimal::text() const {
  std::string shown = digits;
  const auto places = static_cast<std::size_t>(scale);
  if (places > 0) {
    if (shown.size() <= places) shown.insert(0, places + 1 - shown.size(), '0');
    shown.insert(shown.size() - places, 1, '.');
  }
  return negative ? "-" + shown : shown;
}

namespace {

/// |number| x multiplier: the whole part, and what is left over of `divisor`.
struct Scaled {
  std::int64_t whole = 0;
  std::int64_t left = 0;
  std::int64_t divisor = 1;
};

std::optional<Scaled> scaled(const Decimal& number, std::int64_t multiplier) {
  constexpr std::size_t kDigitsThatFit = 18;
  if (number.digits.size() > kDigitsThatFit) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : number.digits) value = value * 10 + (c - '0');
  Scaled result;
  for (int place = 0; place < number.scale; ++place) {
    // "1,5 miliar": taking the point out of both keeps the product small.
    if (multiplier % 10 == 0) {
      multiplier /= 10;
    } else if (__builtin_mul_overflow(result.divisor, 10, &result.divisor)) {
      return std::nullopt;
    }
  }
  if (__builtin_mul_overflow(value, multiplier, &value)) return std::nullopt;
  result.whole = value / result.divisor;
  result.left = value % result.divisor;
  return result;
}

}  // namespace

std::optional<std::int64_t> Decimal::rounded(std::int64_t multiplier) const {
  auto result = scaled(*this, multiplier);
  if (!result) return std::nullopt;
  if (result->left >= result->divisor - result->left) ++result->whole;
  return negative ? -result->whole : result->whole;
}

std::optional<std::int64_t> Decimal::rounded_up(std::int64_t multiplier) const {
  const auto result = scaled(*this, multiplier);
  if (!result || negative) return std::nullopt;
  return result->left > 0 ? result->whole + 1 : result->whole;
}

}  // namespace pilah::registry
