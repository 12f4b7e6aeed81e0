// The cells of a list, read as what their field holds.
//
// Lists come from many hands: "Rp 1.234.567,89", "450 juta", "5 Maret 2017",
// "1,5 tahun", "-". Each reader takes a tidied text (plain_text.hpp) and answers
// a value, or nothing for a word that says "unknown" ("-", "nan"), or the problem
// that a person must see. Nothing is guessed: what can be read in two ways is a
// problem. Pure functions; errors are values, never exceptions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/registry/list_words.hpp"

namespace pilah::registry {

/// At most one of the two is there; neither: the cell says that it is unknown.
template <class T>
struct CellReading {
  std::optional<T> value;
  std::optional<catalogue::Message> problem;  ///< names the text as {read}
};

/// A message of `kind` that names what was read, shortened when it is long.
catalogue::Message unreadable(const char* kind, std::string_view text);

/// Rupiah, rounded half away from zero: with or without "Rp", thousands and
/// decimals in Indonesian or English writing, "juta" and its like.
CellReading<catalogue::Rupiah> read_money(std::string_view text, const ListWords& words);

/// A count of 0 or more, one unit word behind it allowed ("12 orang").
CellReading<std::int32_t> read_count(std::string_view text, const ListWords& words);

/// Months from 1 on: "12", "12 bulan", "1,5 tahun", "1 tahun 6 bulan"; a part
/// of a month counts as a whole one.
CellReading<catalogue::Months> read_months(std::string_view text, const ListWords& words);

/// A step of 0 to 4.
CellReading<catalogue::Step> read_step(std::string_view text, const ListWords& words);

/// A measured number as canonical decimal text, and what stood behind it ("90%" -> "90", "%").
struct Measure {
  std::string value;
  std::string unit;
};
CellReading<Measure> read_measure(std::string_view text, const ListWords& words);

/// Decimal degrees as canonical text, within +-`limit`; a point or a comma before the decimals.
CellReading<std::string> read_degrees(std::string_view text, int limit, const ListWords& words);

/// Day first: 5/3/2017 is the fifth of March. Also ISO 8601, month names, a year alone.
CellReading<catalogue::PartialDate> read_date(std::string_view text, const ListWords& words);

CellReading<bool> read_yes_no(std::string_view text, const ListWords& words);

/// One word of the enumeration, by its own name or an alias of value_aliases.json.
template <class Enum>
CellReading<Enum> read_word(std::string_view text, const ListWords& words) {
  if (words.means_unknown(text)) return {};
  if (const auto value = words.value_named<Enum>(text)) return {*value, std::nullopt};
  return {std::nullopt, unreadable("intake.word_unknown", text)};
}

/// The parts between semicolons and line breaks, tidied; unknown words and repetitions left out.
std::vector<std::string> read_parts(std::string_view text, const ListWords& words);

}  // namespace pilah::registry
