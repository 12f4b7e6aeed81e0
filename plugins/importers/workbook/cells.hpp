// A row of cells on its way to the sink.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin.hpp"
#include "sentences.hpp"

namespace workbook {

/// As many as a host takes; spreadsheets have 16,384.
inline constexpr std::size_t kMostColumns = 1'024;
inline constexpr std::size_t kMostSheetColumns = 16'384;
inline constexpr std::uint64_t kMostRows = 1'048'576;
inline constexpr std::size_t kLongestCell = std::size_t{1024} * 1024;

/// "BC" of column 54, counted from 0.
std::string column_letters(std::size_t column);

/// Column and row of "BC12", from 0 and from 1; a row of 0: none is given. False: it is
/// no address of a sheet.
bool read_address(std::string_view address, std::size_t& column, std::uint64_t& row);

/// The cells of one row, from the left. What lies between two that are put is empty.
class RowCells {
 public:
  explicit RowCells(const Words& words) : words_(words) {}

  void start(std::uint64_t row);
  /// `column` from 0, right of all before. Throws BadFile where it is not, or something
  /// stands too far right, or the text is too long.
  void put(std::size_t column, std::string_view text);
  /// Where the next cell without an address stands.
  std::size_t next_column() const { return ends_.size(); }
  std::uint64_t row() const { return row_; }
  /// "BC12"
  std::string address(std::size_t column) const;

  /// Whether every cell is empty: such a row is handed to nobody.
  bool blank() const { return text_.empty(); }
  /// Without the empty cells at its end.
  void hand_to(pilah::Sink& sink, std::uint64_t row);

 private:
  const Words& words_;
  std::uint64_t row_ = 0;
  std::string text_;               // of the cells, one after the other
  std::vector<std::size_t> ends_;  // where each of them ends
  std::vector<std::string_view> views_;
};

}  // namespace workbook
