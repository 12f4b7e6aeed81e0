// A part of a workbook as a stream of XML: elements and texts, in bounded memory.
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

#include <expat.h>

#include "archive.hpp"
#include "sentences.hpp"

namespace workbook {

/// The attributes of an element, by their names without a prefix.
class Attributes {
 public:
  explicit Attributes(const char* const* raw) : raw_(raw) {}
  /// Empty where it is not given.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* raw_;
};

/// What happens to elements and texts. Names come without their prefix: which prefix a
/// program writes is its own affair.
class XmlTaker {
 public:
  virtual ~XmlTaker() = default;
  virtual void begin(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
};

/// Reads the part to its end. Throws BadFile when it is no XML, or declares a document
/// type: without one there are no entities, so none that grow and none from outside.
void read_xml(Archive& archive, const std::string& part, const Words& words, XmlTaker& taker);

}  // namespace workbook
