#include "xlsx_styles.hpp"

#include <map>

#include "whole_number.hpp"
#include "xml.hpp"

namespace workbook {
namespace {

/// What a program may have at most (Excel: 65,490).
constexpr std::size_t kMostStyles = 100'000;

class StyleTaker : public XmlTaker {
 public:
  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt" && codes_.size() < kMostStyles) {
      if (const auto id = whole_number(attributes["numFmtId"])) {
        codes_[*id] = format_of_code(attributes["formatCode"]);
      }
    }
    if (name == "cellXfs") in_cells_ = true;
    if (name == "xf" && in_cells_ && styles.size() < kMostStyles) {
      const auto id = whole_number(attributes["numFmtId"]).value_or(0);
      const auto code = codes_.find(id);
      styles.push_back(code != codes_.end() ? code->second
                                            : format_of_id(static_cast<unsigned>(id)));
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
  }
  void text(std::string_view) override {}

  std::vector<NumberFormat> styles;

 private:
  std::map<std::uint64_t, NumberFormat> codes_;
  bool in_cells_ = false;
};

}  // namespace

std::vector<NumberFormat> read_styles(Archive& archive, const std::string& part,
                                      const Words& words) {
  StyleTaker taker;
  read_xml(archive, part, words, taker);
  return std::move(taker.styles);
}

}  // namespace workbook
