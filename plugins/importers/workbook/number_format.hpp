// What a spreadsheet shows of a stored number: dates, percent, leading and trailing zeros.
//
// A cell holds 45352 and is formatted as a date, or 13.1 and is shown as "13.10", the code
// of a regency. What is handed on is what the person sees, but never less exact than what
// is stored: nothing is rounded but to the 15 digits that spreadsheets have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace workbook {

struct NumberFormat {
  enum class Kind { kNumber, kPercent, kDate, kTime, kDateAndTime };
  /// Of a date, what is shown of it.
  enum class Finest { kYear, kMonth, kDay };

  Kind kind = Kind::kNumber;
  Finest finest = Finest::kDay;
  std::size_t whole_digits = 0;  ///< at least so many before the point
  std::size_t decimals = 0;      ///< at least so many behind it
};

/// Of a format code as XLSX has it: "dd/mm/yyyy", "000", "#,##0.00". Its first section
/// counts, texts and colours in it do not. ECMA-376, part 1, 18.8.31.
NumberFormat format_of_code(std::string_view code);

/// Of a number that XLSX knows without a code (numFmtId below 164). The numbers that stand
/// for a date in some languages alone (27 to 36, 50 to 58) are dates. ECMA-376, 18.8.30.
NumberFormat format_of_id(unsigned id);

/// The number's shortest decimal text with at most 15 digits: never an exponent below 1e21.
std::string plain_number(double value);

/// The number as that format shows it. A date is written as 2024-03-01 (2024-03, 2024), a
/// time as 13:30, both with a blank between; a fraction of three digits gets a fourth, since
/// "1.234" is a thousand and more to some. `from_1904`: days are counted from there.
std::string shown(double value, const NumberFormat& format, bool from_1904);

}  // namespace workbook
