// The texts that the cells of an XLSX workbook share.
#pragma once

#include <string>
#include <string_view>

#include "archive.hpp"
#include "sentences.hpp"
#include "string_store.hpp"

namespace workbook {

/// Gathers the text of a shared string or an inline one: all of its runs, without the
/// reading aids (phonetic runs) of Japanese.
class StringText {
 public:
  void clear() { text_.clear(); }
  void begin(std::string_view name) {
    if (name == "rPh") is_aid_ = true;
    if (name == "t") is_text_ = !is_aid_;
  }
  void end(std::string_view name) {
    if (name == "rPh") is_aid_ = false;
    if (name == "t") is_text_ = false;
  }
  void add(std::string_view piece) {
    if (is_text_) text_ += piece;
  }
  std::size_t size() const { return text_.size(); }
  /// Escapes written out.
  std::string text() const;

 private:
  std::string text_;
  bool is_text_ = false;
  bool is_aid_ = false;
};

void read_strings(Archive& archive, const std::string& part, const Words& words,
                  StringStore& strings);

}  // namespace workbook
