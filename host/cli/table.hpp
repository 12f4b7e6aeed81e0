// Rows of text in columns that line up, for a person at a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace pilah::cli {

/// Widths count code points, so that Indonesian names with accents line up too.
class Table {
 public:
  /// Columns whose heading begins with '>' are set to the right (numbers).
  explicit Table(std::vector<std::string> headings);
  void add(std::vector<std::string> cells);
  void print(std::ostream& out) const;

 private:
  std::vector<bool> right_;
  std::vector<std::vector<std::string>> rows_;  // the headings first
};

/// `text` with at most `width` code points; a longer one ends in an ellipsis.
std::string shortened(const std::string& text, std::size_t width);

}  // namespace pilah::cli
