#include "xlsx_strings.hpp"

#include "cells.hpp"
#include "text_escapes.hpp"
#include "xml.hpp"

namespace workbook {
namespace {

class StringTaker : public XmlTaker {
 public:
  StringTaker(const std::string& part, const Words& words, StringStore& strings)
      : part_(part), words_(words), strings_(strings) {}

  void begin(std::string_view name, const Attributes&) override {
    if (name == "si") text_.clear();
    text_.begin(name);
  }
  void end(std::string_view name) override {
    text_.end(name);
    if (name == "si") strings_.add(text_.text());
  }
  void text(std::string_view piece) override {
    text_.add(piece);
    if (text_.size() > kLongestCell) words_.refuse(kTextTooLong, "part", part_);
  }

 private:
  const std::string& part_;
  const Words& words_;
  StringStore& strings_;
  StringText text_;
};

}  // namespace

std::string StringText::text() const { return without_escapes(text_); }

void read_strings(Archive& archive, const std::string& part, const Words& words,
                  StringStore& strings) {
  StringTaker taker(part, words, strings);
  read_xml(archive, part, words, taker);
  strings.finish();
}

}  // namespace workbook
