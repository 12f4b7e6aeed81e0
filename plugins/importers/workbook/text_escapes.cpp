#include "text_escapes.hpp"

#include <charconv>
#include <cstdint>

namespace workbook {
namespace {

constexpr std::size_t kEscape = 7;  // "_x000D_"

/// The UTF-16 unit that stands there, or -1.
int unit_at(std::string_view text, std::size_t at) {
  const auto escape = text.substr(at, kEscape);
  if (escape.size() < kEscape || escape[1] != 'x' || escape[6] != '_') return -1;
  unsigned unit = 0;
  const auto read = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
  return read.ptr == escape.data() + 6 ? static_cast<int>(unit) : -1;
}

void append_utf8(std::string& text, std::uint32_t unit) {
  const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (unit < 0x80) {
    put(unit);
  } else if (unit < 0x800) {
    put(0xC0 | unit >> 6);
    put(0x80 | (unit & 0x3F));
  } else {
    put(0xE0 | unit >> 12);
    put(0x80 | (unit >> 6 & 0x3F));
    put(0x80 | (unit & 0x3F));
  }
}

}  // namespace

std::string without_escapes(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int unit = text[at] == '_' ? unit_at(text, at) : -1;
    const bool is_surrogate = unit >= 0xD800 && unit <= 0xDFFF;
    if (unit < 0 || is_surrogate) {
      plain += text[at];
      continue;
    }
    at += kEscape - 1;
    const bool is_control = unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r';
    append_utf8(plain, is_control ? ' ' : static_cast<std::uint32_t>(unit));
  }
  return plain;
}

}  // namespace workbook
