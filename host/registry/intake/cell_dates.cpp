#include <array>
#include <charconv>

#include "pilah/registry/intake/cells.hpp"

namespace pilah::registry {

using catalogue::PartialDate;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A date cell cut into its numbers and words: "Senin, 5 Maret 2017" has four.
struct Pieces {
  static constexpr std::size_t kMost = 6;
  std::array<std::string_view, kMost> piece;
  std::size_t count = 0;

  bool number(std::size_t i) const { return i < count && is_digit(piece[i][0]); }
  int value(std::size_t i) const {
    int value = -1;
    std::from_chars(piece[i].data(), piece[i].data() + piece[i].size(), value);
    return value;
  }
  std::size_t width(std::size_t i) const { return piece[i].size(); }
  void drop_front() {
    for (std::size_t i = 1; i < count; ++i) piece[i - 1] = piece[i];
    --count;
  }
};

/// Nothing when something stands between the pieces that belongs into no date.
std::optional<Pieces> pieces_of(std::string_view text) {
  Pieces pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (std::string_view("/-., ").find(c) != std::string_view::npos) {
      ++at;
      continue;
    }
    const bool digits = is_digit(c);
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]) == digits &&
           std::string_view("/-., ").find(text[end]) == std::string_view::npos) {
      ++end;
    }
    if (pieces.count == Pieces::kMost || end - at > 12) return std::nullopt;
    pieces.piece[pieces.count++] = text.substr(at, end - at);
    at = end;
  }
  return pieces;
}

/// "2017-03-05 10:22:00", "2017-03-05T10:22:00Z": the time of day says nothing here.
std::string_view without_time(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return text;
  const auto blank = text.find_last_of(" T", colon);
  return blank == std::string_view::npos ? text : text.substr(0, blank);
}

std::optional<PartialDate> date_of(const Pieces& pieces, const ListWords& words) {
  const auto month_named = [&](std::size_t i) {
    return pieces.number(i) ? 0 : words.month(pieces.piece[i]);
  };
  switch (pieces.count) {
    case 1:
      if (!pieces.number(0) || pieces.width(0) != 4) return std::nullopt;
      return PartialDate::from(pieces.value(0), 0, 0);
    case 2: {
      if (!pieces.number(1) && pieces.number(0)) return std::nullopt;
      if (pieces.number(0) && pieces.number(1)) {
        if (pieces.width(0) == 4 && pieces.width(1) <= 2 && pieces.value(1) > 0) {
          return PartialDate::from(pieces.value(0), pieces.value(1), 0);
        }
        if (pieces.width(1) == 4 && pieces.width(0) <= 2 && pieces.value(0) > 0) {
          return PartialDate::from(pieces.value(1), pieces.value(0), 0);
        }
        return std::nullopt;
      }
      const int month = month_named(0);
      if (month == 0 || pieces.width(1) != 4) return std::nullopt;
      return PartialDate::from(pieces.value(1), month, 0);
    }
    case 3: {
      const bool year_first = pieces.number(0) && pieces.width(0) == 4;
      const std::size_t year = year_first ? 0 : 2;
      const std::size_t day = year_first ? 2 : 0;
      if (!pieces.number(year) || !pieces.number(day)) return std::nullopt;
      if (pieces.width(year) != 4 || pieces.width(day) > 2 || pieces.value(day) == 0) {
        return std::nullopt;
      }
      const int month = pieces.number(1) ? pieces.value(1) : month_named(1);
      if (month < 1) return std::nullopt;
      return PartialDate::from(pieces.value(year), month, pieces.value(day));
    }
    default:
      return std::nullopt;
  }
}

/// What databases write into a date that nobody filled.
bool is_empty_date(const Pieces& pieces) {
  if (pieces.count == 0) return false;
  for (std::size_t i = 0; i < pieces.count; ++i) {
    if (!pieces.number(i) || pieces.value(i) != 0) return false;
  }
  return true;
}

}  // namespace

CellReading<PartialDate> read_date(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  std::optional<Pieces> pieces;
  if (text.size() <= 60) pieces = pieces_of(without_time(text));
  std::optional<PartialDate> date;
  if (pieces) {
    if (is_empty_date(*pieces)) return {};
    if (pieces->count > 1 && !pieces->number(0) &&
        (words.is_weekday(pieces->piece[0]) || words.months_of_unit(pieces->piece[0]) == 12)) {
      pieces->drop_front();  // "Senin, 5 Maret 2017", "Tahun 2017"
    }
    // "2017.0": a year out of a program's column of numbers.
    if (pieces->count == 2 && pieces->number(0) && pieces->width(0) == 4 &&
        text.find('.') != std::string_view::npos && pieces->piece[1] == "0") {
      pieces->count = 1;
    }
    date = date_of(*pieces, words);
  }
  if (date) return {date, std::nullopt};
  return {std::nullopt, unreadable("intake.date_unreadable", text)};
}

}  // namespace pilah::registry
