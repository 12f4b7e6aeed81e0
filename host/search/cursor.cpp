#include "pilah/search/cursor.hpp"

#include <charconv>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::search {

using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

/// The mark before a number, none of which is a hexadecimal digit.
char mark_of(Sort sort) {
  switch (sort) {
    case Sort::kRelevance:
      return 'R';
    case Sort::kChanged:
      return 'C';
    case Sort::kBudget:
      return 'B';
    case Sort::kApplied:
      return 'A';
    case Sort::kName:
      break;
  }
  return '\0';
}

void append_hexadecimal(std::string& text, std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char byte : bytes) {
    text += kDigits[static_cast<unsigned char>(byte) >> 4];
    text += kDigits[static_cast<unsigned char>(byte) & 15];
  }
}

std::optional<std::string> bytes_of(std::string_view digits) {
  if (digits.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    int value = 0;
    for (const char c : {digits[i], digits[i + 1]}) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
      if (digit < 0) return std::nullopt;
      value = value * 16 + digit;
    }
    bytes += static_cast<char>(value);
  }
  return bytes;
}

bool read_number(std::string_view text, std::optional<std::int64_t>& number) {
  if (text.empty()) return true;  // unknown
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return false;
  number = value;
  return true;
}

std::optional<Place> place_in(std::string_view text, Sort sort) {
  const std::size_t dash = text.rfind('-');
  if (dash == text.npos) return std::nullopt;
  const auto id = bytes_of(text.substr(dash + 1));
  Place place;
  if (!id || id->size() != place.id.uuid.bytes.size()) return std::nullopt;
  std::copy(id->begin(), id->end(), place.id.uuid.bytes.begin());
  const std::string_view before = text.substr(0, dash);
  if (sort == Sort::kName) {
    auto key = bytes_of(before);
    if (!key || key->size() > text::kSortKeyBytes) return std::nullopt;
    place.name_key = *std::move(key);
    return place;
  }
  if (before.empty() || before.front() != mark_of(sort)) return std::nullopt;
  if (!read_number(before.substr(1), place.number)) return std::nullopt;
  return place;
}

}  // namespace

bool comes_before(const Place& first, const Place& second, Sort sort) {
  if (sort == Sort::kName) {
    const int order = first.name_key.compare(second.name_key);
    return order != 0 ? order < 0 : first.id < second.id;
  }
  // No number is less than any.
  if (first.number != second.number) return first.number > second.number;
  return first.id < second.id;
}

std::string written(const Place& place, Sort sort) {
  std::string text;
  if (sort == Sort::kName) {
    append_hexadecimal(text, place.name_key);
  } else {
    text += mark_of(sort);
    if (place.number) text += std::to_string(*place.number);
  }
  text += '-';
  const auto& bytes = place.id.uuid.bytes;
  append_hexadecimal(text, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  return text;
}

Place read_place(std::string_view text, Sort sort) {
  auto place = place_in(text, sort);
  // One place, one text: "R007-..." would be another name of R7.
  if (place && written(*place, sort) == text) return *std::move(place);
  throw Refusal(
      RefusalKind::kInvalid,
      Message{"search.bad_cursor", {{"after", std::string(text.substr(0, 80))}}, "/after"});
}

}  // namespace pilah::search
