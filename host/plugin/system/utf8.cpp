#include "pilah/plugin/system/utf8.hpp"

namespace pilah::plugin {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

/// Bytes of the character that `bytes` begins with; 0: none begins there.
std::size_t character_at(std::string_view bytes) {
  for (std::size_t size = 1; size <= 4 && size <= bytes.size(); ++size) {
    if (is_utf8(bytes.substr(0, size))) return size;
  }
  return 0;
}

bool is_beginning(std::string_view bytes) {
  Utf8Check check;
  return check.feed(bytes) && !check.complete();
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;  // C1
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  Utf8Check check;
  return check.feed(bytes) && check.complete();
}

std::string readable(std::string_view bytes, std::size_t limit) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = character_at(bytes.substr(at));
    if (size == 0 && is_beginning(bytes.substr(at))) break;  // somebody cut it there
    auto piece = size == 0 ? kReplacement : bytes.substr(at, size);
    if (is_control(piece)) piece = " ";
    if (text.size() + piece.size() > limit) break;
    text += piece;
    at += size == 0 ? 1 : size;
  }
  return text;
}

}  // namespace pilah::plugin
