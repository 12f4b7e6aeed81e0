#include "pilah/registry/evidence/text_check.hpp"

#include <algorithm>

namespace pilah::registry {

void TextCheck::feed(std::string_view piece) {
  for (const char c : piece) {
    if (!is_text_) return;
    is_text_ = takes(static_cast<unsigned char>(c));
  }
}

// The ranges of RFC 3629: no overlong form, no half of a surrogate pair.
bool TextCheck::takes(unsigned char byte) {
  if (awaited_ > 0) {
    const bool fits = byte >= lowest_ && byte <= highest_;
    lowest_ = 0x80;
    highest_ = 0xBF;
    --awaited_;
    return fits;
  }
  if (byte < 0x80) {
    return (byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n' || byte == '\r' ||
           byte == '\f';
  }
  if (byte < 0xC2 || byte > 0xF4) return false;
  awaited_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  if (byte == 0xE0) lowest_ = 0xA0;
  if (byte == 0xED) highest_ = 0x9F;
  if (byte == 0xF0) lowest_ = 0x90;
  if (byte == 0xF4) highest_ = 0x8F;
  return true;
}

bool is_plain_line(std::string_view text) {
  TextCheck check;
  check.feed(text);
  return check.is_text() && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20;
         });
}

}  // namespace pilah::registry
