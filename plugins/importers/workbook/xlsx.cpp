#include "xlsx.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "cells.hpp"
#include "number_format.hpp"
#include "string_store.hpp"
#include "text_escapes.hpp"
#include "whole_number.hpp"
#include "xlsx_parts.hpp"
#include "xlsx_strings.hpp"
#include "xlsx_styles.hpp"
#include "xml.hpp"

namespace workbook {
namespace {

/// One sheet's rows.
class SheetTaker : public XmlTaker {
 public:
  SheetTaker(StringStore& strings, const std::vector<NumberFormat>& styles, bool from_1904,
             const Words& words, pilah::Sink& sink)
      : strings_(strings),
        styles_(styles),
        from_1904_(from_1904),
        words_(words),
        sink_(sink),
        cells_(words) {}

  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "row") begin_row(attributes["r"]);
    if (name == "c" && in_row_) begin_cell(attributes);
    if (!in_cell_) return;
    if (name == "f") has_formula_ = true;
    if (name == "v") in_value_ = true;
    inline_.begin(name);
  }

  void end(std::string_view name) override {
    if (in_cell_) inline_.end(name);
    if (name == "v") in_value_ = false;
    if (name == "c" && in_cell_) end_cell();
    if (name == "row") end_row();
  }

  void text(std::string_view piece) override {
    if (!in_cell_) return;
    if (in_value_) value_ += piece;
    inline_.add(piece);
    if (value_.size() + inline_.size() > kLongestCell) {
      words_.refuse(kCellTooLong, "cell", cells_.address(column_));
    }
  }

 private:
  void begin_row(std::string_view number) {
    const auto row = number.empty() ? cells_.row() + 1 : whole_number(number).value_or(0);
    if (row <= cells_.row() || row > kMostRows) words_.refuse(kBadRow, "row", number);
    cells_.start(row);
    in_row_ = true;
    is_rejected_ = false;
  }

  void end_row() {
    if (!in_row_) return;
    in_row_ = false;
    if (!is_rejected_ && !cells_.blank()) cells_.hand_to(sink_, cells_.row());
  }

  void begin_cell(const Attributes& attributes) {
    in_cell_ = true;
    column_ = cells_.next_column();
    std::uint64_t row = cells_.row();
    const auto address = attributes["r"];
    if (!address.empty() && (!read_address(address, column_, row) || row != cells_.row())) {
      words_.refuse(kBadCell, "cell", address);
    }
    type_ = attributes["t"];
    style_ = whole_number(attributes["s"]).value_or(0);
    has_formula_ = false;
    value_.clear();
    inline_.clear();
  }

  void end_cell() {
    in_cell_ = false;
    if (has_formula_ && value_.empty() && type_ != "str" && !is_rejected_) {
      is_rejected_ = true;
      sink_.reject(cells_.row(), static_cast<std::uint32_t>(column_ + 1), words_(kNeverCalculated));
    }
    cells_.put(column_, cell_text());
  }

  /// Valid until the next cell.
  std::string_view cell_text() {
    if (type_ == "inlineStr") return text_ = inline_.text();
    if (value_.empty()) return {};
    if (type_ == "s") return shared();
    if (type_ == "str") return text_ = without_escapes(value_);
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "e" || type_ == "d") return value_;
    double number = 0;
    const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (read.ec != std::errc{} || read.ptr != value_.data() + value_.size()) return value_;
    return text_ = shown(number, style_ < styles_.size() ? styles_[style_] : NumberFormat{},
                         from_1904_);
  }

  std::string_view shared() {
    const auto number = whole_number(value_);
    if (!number || *number >= strings_.size()) {
      throw pilah::BadFile(
          Words::filled(words_(kNoSuchText, "cell", cells_.address(column_)), "number", value_));
    }
    return strings_.at(*number);
  }

  StringStore& strings_;
  const std::vector<NumberFormat>& styles_;
  bool from_1904_;
  const Words& words_;
  pilah::Sink& sink_;
  RowCells cells_;
  bool in_row_ = false;
  bool is_rejected_ = false;
  // Of the cell that is read:
  bool in_cell_ = false;
  bool in_value_ = false;
  bool has_formula_ = false;
  std::size_t column_ = 0;
  std::uint64_t style_ = 0;
  std::string type_;
  std::string value_;
  std::string text_;
  StringText inline_;
};

}  // namespace

bool is_xlsx(const Archive& archive) { return archive.has("[Content_Types].xml"); }

void read_xlsx(Archive& archive, const Words& words, pilah::Sink& sink) {
  if (archive.has("xl/workbook.bin")) words.refuse(kBinaryWorkbook);
  const XlsxParts parts = read_xlsx_parts(archive, words);
  const auto styles = parts.styles.empty() ? std::vector<NumberFormat>{}
                                           : read_styles(archive, parts.styles, words);
  StringStore strings(words);
  if (!parts.strings.empty()) read_strings(archive, parts.strings, words, strings);
  for (const auto& sheet : parts.sheets) {
    sink.sheet(sheet.name);
    SheetTaker taker(strings, styles, parts.from_1904, words, sink);
    read_xml(archive, sheet.part, words, taker);
  }
}

}  // namespace workbook
