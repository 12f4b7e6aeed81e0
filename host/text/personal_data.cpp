#include "pilah/text/personal_data.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace pilah::text {
namespace {

constexpr std::size_t kLongestContext = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number as people write it: digits, in groups with one blank, dot or dash between.
struct Written {
  std::string_view text;
  std::string digits;
  std::string before;  ///< what stands in front, in lower case
  bool is_amount = false;
};

int value(std::string_view digits, std::size_t at, std::size_t count) {
  int number = 0;
  for (const char c : digits.substr(at, count)) number = number * 10 + (c - '0');
  return number;
}

/// "1.311.014.507": groups of three behind a first one, as amounts are written.
bool has_thousands(std::string_view text) {
  std::size_t group = 0;
  bool separated = false;
  for (const char c : text) {
    if (is_digit(c)) {
      ++group;
    } else {
      if (c != '.') return false;
      if (separated ? group != 3 : group > 3) return false;
      separated = true;
      group = 0;
    }
  }
  return separated && group == 3;
}

bool is_word_before(const Written& number, std::string_view word) {
  const auto at = number.before.rfind(word);
  if (at == std::string::npos) return false;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool begins = at == 0 || !is_letter(number.before[at - 1]);
  const auto end = at + word.size();
  return begins && (end == number.before.size() || !is_letter(number.before[end]));
}

template <std::size_t count>
bool is_any_before(const Written& number, const std::array<std::string_view, count>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return is_word_before(number, word); });
}

/// Region (of 11 to 97), day (41 more for a woman), month, year, a serial number.
bool is_nik(const Written& number) {
  const std::string& digits = number.digits;
  if (digits.size() != 16) return false;
  const int province = value(digits, 0, 2), regency = value(digits, 2, 2);
  const int district = value(digits, 4, 2), month = value(digits, 8, 2);
  int day = value(digits, 6, 2);
  if (day > 40) day -= 40;
  return province >= 11 && province <= 97 && regency >= 1 && regency <= 79 && district >= 1 &&
         day >= 1 && day <= 31 && month >= 1 && month <= 12 && value(digits, 12, 4) >= 1;
}

/// Birth date, year and month of the beginning of service, 1 or 2, a serial number.
bool is_nip(const Written& number) {
  const std::string& digits = number.digits;
  if (digits.size() != 18) return false;
  const int year = value(digits, 0, 4), since = value(digits, 8, 4);
  const int month = value(digits, 4, 2), day = value(digits, 6, 2);
  return year >= 1940 && year <= 2015 && since >= year + 15 && since <= 2100 && month >= 1 &&
         month <= 12 && day >= 1 && day <= 31 && (digits[14] == '1' || digits[14] == '2');
}

bool is_phone(const Written& number) {
  static constexpr std::array<std::string_view, 10> kWords{
      "hp", "wa", "whatsapp", "telp", "telepon", "tlp", "kontak", "hubungi", "phone", "ponsel"};
  const std::string& digits = number.digits;
  const bool has_length = digits.size() >= 10 && digits.size() <= 14;
  const bool is_mobile = digits.rfind("08", 0) == 0;
  const bool is_abroad = digits.rfind("62", 0) == 0 && number.text.front() == '+';
  if (has_length && (is_mobile || is_abroad)) return true;
  return digits.size() >= 6 && digits.size() <= 14 && is_any_before(number, kWords);
}

bool is_bank_account(const Written& number) {
  static constexpr std::array<std::string_view, 12> kWords{
      "rek", "rekening", "norek", "account", "bri",         "bni",
      "bca", "mandiri",  "btn",   "bsi",     "bank nagari", "bank"};
  return number.digits.size() >= 10 && number.digits.size() <= 16 && is_any_before(number, kWords);
}

bool is_amount(std::string_view text, const Written& number, std::size_t end) {
  static constexpr std::array<std::string_view, 4> kCurrency{"rp", "idr", "anggaran", "biaya"};
  if (has_thousands(number.text) || is_any_before(number, kCurrency)) return true;
  return text.substr(end, 2) == ",-" || text.substr(end, 2) == ".-";
}

/// The number that begins at `at`; `at` goes on behind it.
Written take_number(std::string_view text, std::size_t& at) {
  const std::size_t digits_begin = at;
  const bool has_plus = at > 0 && text[at - 1] == '+';
  const std::size_t begin = has_plus ? at - 1 : at;
  Written number;
  std::size_t end = at;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      number.digits += text[at];
      end = ++at;
    } else if (at + 1 < text.size() && is_digit(text[at + 1]) &&
               std::string_view(" .-").find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  number.text = text.substr(begin, end - begin);
  const std::size_t from = digits_begin > kLongestContext ? digits_begin - kLongestContext : 0;
  for (const char c : text.substr(from, begin - from)) {
    number.before += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  number.is_amount = is_amount(text, number, end);
  return number;
}

std::optional<PersonalNumber> kind_of(const Written& number) {
  if (number.is_amount) return std::nullopt;
  if (is_nip(number)) return PersonalNumber::kNip;
  if (is_nik(number)) return PersonalNumber::kNik;
  if (is_phone(number)) return PersonalNumber::kPhone;
  if (is_bank_account(number)) return PersonalNumber::kBankAccount;
  return std::nullopt;
}

}  // namespace

std::string_view name_of(PersonalNumber kind) {
  constexpr std::array<std::string_view, 4> kNames{"nik", "nip", "phone", "bank_account"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<FoundNumber> personal_numbers(std::string_view text) {
  std::vector<FoundNumber> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const Written number = take_number(text, at);
    if (const auto kind = kind_of(number)) found.push_back({*kind, number.text});
  }
  return found;
}

}  // namespace pilah::text
