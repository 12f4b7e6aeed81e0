#include "ods.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>
#include <string>

#include "cells.hpp"
#include "number_format.hpp"
#include "whole_number.hpp"
#include "xml.hpp"

namespace workbook {
namespace {

constexpr const char* kContent = "content.xml";
constexpr const char* kManifest = "META-INF/manifest.xml";
constexpr std::size_t kMostStyles = 10'000;

/// The number as the sheet shows it, where that is the number itself: "13.10", "13,10".
std::string number_text(std::string_view stored, std::string_view seen) {
  double value = 0;
  const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (read.ec != std::errc{} || read.ptr != stored.data() + stored.size()) {
    return std::string(seen.empty() ? stored : seen);
  }
  std::string written(seen);
  if (const auto comma = written.find(','); comma != std::string::npos) written[comma] = '.';
  double as_seen = 0;
  const auto again = std::from_chars(written.data(), written.data() + written.size(), as_seen);
  NumberFormat format;
  const bool is_number =
      again.ec == std::errc{} && again.ptr == written.data() + written.size() && as_seen == value;
  if (is_number) {
    const auto point = std::min(written.find('.'), written.size());
    format.whole_digits = point - (written.starts_with('-') ? 1 : 0);
    format.decimals = written.size() - std::min(point + 1, written.size());
  }
  return shown(value, format, false);
}

/// "2024-03-01T13:30:00" as the other importers write it.
std::string date_text(std::string_view stored) {
  std::string text(stored);
  if (const auto time = text.find('T'); time != std::string::npos) {
    const bool is_midnight = text.find_first_not_of("T0:.", time) == std::string::npos;
    if (is_midnight) return text.substr(0, time);
    text[time] = ' ';
  }
  return text;
}

/// The rows of all sheets.
class ContentTaker : public XmlTaker {
 public:
  ContentTaker(const Words& words, pilah::Sink& sink) : words_(words), sink_(sink), cells_(words) {}

  void begin(std::string_view name, const Attributes& attributes) override {
    // Notes, drawings and tables within a cell are not what the cell says.
    if (skipped_ > 0 || is_aside(name) || is_hidden_sheet(name, attributes)) {
      ++skipped_;
      return;
    }
    if (name == "style") style_ = attributes["name"];
    if (name == "table-properties" && attributes["display"] == "false") hide_style();
    if (name == "table") begin_sheet(attributes["name"]);
    if (name == "table-row") begin_row(attributes["number-rows-repeated"]);
    if (is_cell(name) && in_row_) begin_cell(attributes);
    if (!in_cell_) return;
    if (name == "p" && has_paragraph_) text_ += '\n';
    if (name == "p") has_paragraph_ = true;
    if (name == "p") in_paragraph_ = true;
    if (name == "s") add_blanks(attributes["c"]);
    if (name == "tab") text_ += '\t';
    if (name == "line-break") text_ += '\n';
  }

  void end(std::string_view name) override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (name == "p") in_paragraph_ = false;
    if (is_cell(name) && in_cell_) end_cell();
    if (name == "table-row") end_row();
  }

  void text(std::string_view piece) override {
    if (!in_cell_ || !in_paragraph_ || skipped_ > 0) return;
    text_ += piece;
    if (text_.size() > kLongestCell) too_long();
  }

 private:
  static bool is_cell(std::string_view name) {
    return name == "table-cell" || name == "covered-table-cell";
  }

  bool is_aside(std::string_view name) const {
    return name == "shapes" || name == "tracked-changes" ||
           (in_cell_ && (name == "annotation" || name == "frame" || name == "table"));
  }

  /// Whether a sheet is shown is said by its style, which stands before all sheets.
  void hide_style() {
    if (hidden_styles_.size() < kMostStyles) hidden_styles_.insert(style_);
  }
  bool is_hidden_sheet(std::string_view name, const Attributes& attributes) const {
    return name == "table" && hidden_styles_.contains(attributes["style-name"]);
  }

  void begin_sheet(std::string_view name) {
    sink_.sheet(name);
    next_row_ = 1;
  }

  void begin_row(std::string_view repeated) {
    rows_ = repeated.empty() ? 1 : whole_number(repeated).value_or(0);
    // Sheets end with all their empty rows as one; a full one of a later program has more.
    if (rows_ == 0) words_.refuse(kBadRow, "row", repeated);
    in_row_ = true;
    cells_.start(next_row_);
  }

  void end_row() {
    if (!in_row_) return;
    in_row_ = false;
    if (!cells_.blank()) {
      if (next_row_ + rows_ - 1 > kMostRows) {
        words_.refuse(kBadRow, "row", std::to_string(next_row_));
      }
      for (std::uint64_t i = 0; i < rows_; ++i) cells_.hand_to(sink_, next_row_ + i);
    }
    next_row_ += std::min(rows_, kMostRows);
  }

  void begin_cell(const Attributes& attributes) {
    in_cell_ = true;
    in_paragraph_ = false;
    has_paragraph_ = false;
    text_.clear();
    type_ = attributes["value-type"];
    value_ = attributes[type_ == "date"     ? "date-value"
                        : type_ == "string" ? "string-value"
                                            : "value"];
    const auto repeated = attributes["number-columns-repeated"];
    columns_ = repeated.empty() ? 1 : whole_number(repeated).value_or(0);
    if (columns_ == 0) words_.refuse(kBadCell, "cell", repeated);
  }

  void end_cell() {
    in_cell_ = false;
    const std::string text = cell_text();
    const std::size_t first = cells_.next_column();
    if (text.empty()) {
      // Rows end with all their empty cells as one.
      if (first + columns_ <= kMostColumns) cells_.put(first + columns_ - 1, "");
      return;
    }
    for (std::size_t i = 0; i < columns_; ++i) cells_.put(first + i, text);
  }

  std::string cell_text() const {
    if (value_.empty()) return text_;
    if (type_ == "float" || type_ == "currency") return number_text(value_, text_);
    if (type_ == "percentage") return percent_text();
    if (type_ == "date") return date_text(value_);
    if (type_ == "string") return value_;
    return text_;
  }

  std::string percent_text() const {
    double value = 0;
    const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), value);
    if (read.ec != std::errc{}) return text_;
    NumberFormat format;
    format.kind = NumberFormat::Kind::kPercent;
    return shown(value, format, false);
  }

  void add_blanks(std::string_view count) {
    const auto blanks = count.empty() ? 1 : whole_number(count).value_or(0);
    if (blanks > kLongestCell) too_long();
    text_.append(static_cast<std::size_t>(blanks), ' ');
    if (text_.size() > kLongestCell) too_long();
  }

  [[noreturn]] void too_long() const {
    words_.refuse(kCellTooLong, "cell", cells_.address(cells_.next_column()));
  }

  const Words& words_;
  pilah::Sink& sink_;
  RowCells cells_;
  std::string style_;  // that is read
  std::set<std::string, std::less<>> hidden_styles_;
  std::uint64_t next_row_ = 1;
  std::uint64_t rows_ = 1;   // so many like the one that is read
  std::size_t skipped_ = 0;  // elements within one that is no content
  bool in_row_ = false;
  // Of the cell that is read:
  bool in_cell_ = false;
  bool in_paragraph_ = false;
  bool has_paragraph_ = false;
  std::size_t columns_ = 1;  // so many like it
  std::string type_;
  std::string value_;
  std::string text_;
};

/// Whether a part is encrypted, as the manifest says.
class ManifestTaker : public XmlTaker {
 public:
  void begin(std::string_view name, const Attributes&) override {
    if (name == "encryption-data") is_encrypted = true;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool is_encrypted = false;
};

}  // namespace

bool is_ods(const Archive& archive) { return archive.has(kContent) && archive.has(kManifest); }

void read_ods(Archive& archive, const Words& words, pilah::Sink& sink) {
  ManifestTaker manifest;
  read_xml(archive, kManifest, words, manifest);
  if (manifest.is_encrypted) words.refuse(kProtected);
  ContentTaker content(words, sink);
  read_xml(archive, kContent, words, content);
}

}  // namespace workbook
