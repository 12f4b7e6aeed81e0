#include "pilah/registry/intake/cells.hpp"

#include <algorithm>

#include "pilah/registry/intake/decimal.hpp"
#include "pilah/registry/intake/plain_text.hpp"
#include "pilah/text/utf8.hpp"

namespace pilah::registry {

using catalogue::Message;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Takes `word` off the front of `text`, whatever its case; true when it was there.
bool take_front(std::string_view& text, std::string_view word) {
  if (text.size() < word.size() || !std::equal(word.begin(), word.end(), text.begin(),
                                               [](char a, char b) { return a == lower(b); })) {
    return false;
  }
  text = trimmed(text.substr(word.size()));
  return true;
}

/// The number at the front of `text` and the word behind it ("450 juta", "90%").
struct NumberAndWord {
  std::string_view number;
  std::string_view word;
};

NumberAndWord number_and_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || std::string_view("+-., ").find(text[end]) !=
                                                          std::string_view::npos)) {
    ++end;
  }
  // The separator before a word belongs to neither ("450.juta" is no number).
  return {trimmed(text.substr(0, end)), trimmed(text.substr(end))};
}

/// "12.0", as programs write whole numbers of a column with gaps.
std::optional<Decimal> whole_number(std::string_view text) {
  auto number = Decimal::parse(text, LoneSeparator::kThousands);
  if (!number || !number->is_whole()) return std::nullopt;
  return number;
}

}  // namespace

Message unreadable(const char* kind, std::string_view text) {
  constexpr std::size_t kShown = 80;  // a cell at fault may be a page long
  std::string read(text::cut(text, kShown));
  if (read.size() < text.size()) read += "...";
  return Message{kind, {{"read", std::move(read)}}, ""};
}

CellReading<catalogue::Rupiah> read_money(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  std::string_view rest = trimmed(text);
  if (take_front(rest, "rp") || take_front(rest, "idr")) {
    if (!rest.empty() && rest.front() == '.') rest = trimmed(rest.substr(1));
  }
  auto [number_text, word] = number_and_word(rest);
  if (word.size() >= 6 && std::equal(word.end() - 6, word.end(), "rupiah",
                                     [](char a, char b) { return lower(a) == b; })) {
    word = trimmed(word.substr(0, word.size() - 6));
  }
  // "450.000.000,-" and "450.000.000,00": a dash stands for no sen.
  for (const char* end : {",--", ",-", ".-", ",="}) {
    if (number_text.ends_with(end)) {
      number_text.remove_suffix(std::string_view(end).size());
      break;
    }
  }
  const std::int64_t multiplier = word.empty() ? 1 : words.multiplier(word);
  const auto lone = word.empty() ? LoneSeparator::kThousands : LoneSeparator::kNeither;
  const auto number = Decimal::parse(trimmed(number_text), lone);
  const auto amount =
      number && multiplier > 0 ? number->rounded(multiplier) : std::optional<std::int64_t>();
  if (!amount) return {std::nullopt, unreadable("intake.money_unreadable", text)};
  if (*amount < 0 || *amount > catalogue::kMaxRupiah) {
    return {std::nullopt, unreadable("intake.money_out_of_range", text)};
  }
  return {catalogue::Rupiah{*amount}, std::nullopt};
}

CellReading<std::int32_t> read_count(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  const auto [number_text, word] = number_and_word(trimmed(text));
  const auto number = whole_number(number_text);
  const auto count = number ? number->rounded() : std::nullopt;
  constexpr std::int64_t kMost = 1'000'000;
  if (!count || *count < 0 || *count > kMost || !(word.empty() || words.is_count_unit(word))) {
    return {std::nullopt, unreadable("intake.count_unreadable", text)};
  }
  return {static_cast<std::int32_t>(*count), std::nullopt};
}

CellReading<catalogue::Months> read_months(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  const auto refused = [&] {
    return CellReading<catalogue::Months>{std::nullopt,
                                          unreadable("intake.months_unreadable", text)};
  };
  std::string_view rest = trimmed(text);
  std::int64_t months = 0;
  // "1 tahun 6 bulan" is two parts; more than that is no duration.
  for (int part = 0; part < 2 && !rest.empty(); ++part) {
    const auto [number_text, behind] = number_and_word(rest);
    std::size_t end = 0;
    while (end < behind.size() && is_letter(behind[end])) ++end;
    const int unit =
        end == 0 && behind.empty() && part == 0 ? 1 : words.months_of_unit(behind.substr(0, end));
    const auto number = Decimal::parse(number_text, LoneSeparator::kNeither);
    const auto counted = number && unit > 0 ? number->rounded_up(unit) : std::nullopt;
    if (!counted || *counted > catalogue::kMaxMonths) return refused();
    months += *counted;
    rest = trimmed(behind.substr(end));
    if (!rest.empty() && rest.front() == '.') rest = trimmed(rest.substr(1));  // "12 bln."
  }
  if (!rest.empty() || months < 1 || months > catalogue::kMaxMonths) return refused();
  return {catalogue::Months{static_cast<std::int32_t>(months)}, std::nullopt};
}

CellReading<catalogue::Step> read_step(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  const auto number = Decimal::parse(trimmed(text), LoneSeparator::kNeither);
  const auto step = number && number->is_whole() ? number->rounded() : std::nullopt;
  if (!step || *step < 0 || *step > catalogue::kMaxStep) {
    return {std::nullopt, unreadable("intake.step_unreadable", text)};
  }
  return {catalogue::Step{static_cast<std::int32_t>(*step)}, std::nullopt};
}

CellReading<Measure> read_measure(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  const auto [number_text, unit] = number_and_word(trimmed(text));
  const auto number = Decimal::parse(number_text, LoneSeparator::kNeither);
  constexpr std::size_t kLongestUnit = 40;  // a sentence that begins with a number is no measure
  if (!number || unit.size() > kLongestUnit || std::any_of(unit.begin(), unit.end(), is_digit)) {
    return {std::nullopt, unreadable("intake.measure_unreadable", text)};
  }
  return {Measure{number->text(), std::string(unit)}, std::nullopt};
}

CellReading<std::string> read_degrees(std::string_view text, int limit, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  const auto number = Decimal::parse(trimmed(text), LoneSeparator::kDecimal);
  const auto millionths = number ? number->rounded(1'000'000) : std::nullopt;
  if (!millionths || *millionths > limit * std::int64_t{1'000'000} ||
      *millionths < -limit * std::int64_t{1'000'000}) {
    return {std::nullopt, unreadable("intake.degrees_unreadable", text)};
  }
  return {number->text(), std::nullopt};
}

CellReading<bool> read_yes_no(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  if (const auto value = words.yes_or_no(text)) return {*value, std::nullopt};
  return {std::nullopt, unreadable("intake.word_unknown", text)};
}

std::vector<std::string> read_parts(std::string_view text, const ListWords& words) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(";\n", from), text.size());
    std::string part = plain_line(text.substr(from, end - from));
    if (!words.means_unknown(part) && std::find(parts.begin(), parts.end(), part) == parts.end()) {
      parts.push_back(std::move(part));
    }
    from = end + 1;
  }
  return parts;
}

}  // namespace pilah::registry
