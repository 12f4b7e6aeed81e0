#include "cells.hpp"

#include <algorithm>

namespace workbook {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

bool read_address(std::string_view address, std::size_t& column, std::uint64_t& row) {
  std::size_t at = 0;
  std::size_t letters = 0;
  while (at < address.size() && address[at] >= 'A' && address[at] <= 'Z') {
    letters = letters * 26 + static_cast<std::size_t>(address[at++] - 'A') + 1;
    if (letters > kMostSheetColumns) return false;
  }
  std::uint64_t number = 0;
  for (; at < address.size(); ++at) {
    if (address[at] < '0' || address[at] > '9') return false;
    number = number * 10 + static_cast<std::uint64_t>(address[at] - '0');
    if (number > kMostRows) return false;
  }
  if (letters == 0) return false;
  column = letters - 1;
  row = number;
  return true;
}

void RowCells::start(std::uint64_t row) {
  row_ = row;
  text_.clear();
  ends_.clear();
}

std::string RowCells::address(std::size_t column) const {
  return column_letters(column) + std::to_string(row_);
}

void RowCells::put(std::size_t column, std::string_view text) {
  if (column >= kMostColumns) {
    if (text.empty()) return;
    words_.refuse(kTooFarRight, "cell", address(column));
  }
  if (column < ends_.size()) words_.refuse(kBadCell, "cell", address(column));
  if (text.size() > kLongestCell) words_.refuse(kCellTooLong, "cell", address(column));
  ends_.resize(column, text_.size());
  text_ += text;
  ends_.push_back(text_.size());
}

void RowCells::hand_to(pilah::Sink& sink, std::uint64_t row) {
  views_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    if (begin == text_.size()) break;
    views_.emplace_back(text_.data() + begin, end - begin);
    begin = end;
  }
  sink.row(row, views_);
}

}  // namespace workbook
