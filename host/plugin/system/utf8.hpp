// Bytes from outside as UTF-8: whether they are, and made so for people to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pilah::plugin {

/// Whether a stream of bytes is UTF-8, fed in pieces; ASCII goes eight bytes at a time.
class Utf8Check {
 public:
  bool feed(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
      if (missing_ == 0 && at + 8 <= bytes.size()) {
        std::uint64_t eight = 0;
        std::char_traits<char>::copy(reinterpret_cast<char*>(&eight), bytes.data() + at, 8);
        if ((eight & 0x8080808080808080ULL) == 0) {
          at += 8;
          continue;
        }
      }
      if (!next(static_cast<unsigned char>(bytes[at++]))) return false;
    }
    return true;
  }
  bool complete() const { return missing_ == 0; }

 private:
  bool next(unsigned char byte) {
    if (missing_ > 0) {
      if (byte < low_ || byte > high_) return false;
      low_ = 0x80;
      high_ = 0xBF;
      --missing_;
      return true;
    }
    if (byte < 0x80) return true;
    low_ = 0x80;
    high_ = 0xBF;
    if (byte >= 0xC2 && byte <= 0xDF) {
      missing_ = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
      missing_ = 2;
      if (byte == 0xE0) low_ = 0xA0;   // overlong
      if (byte == 0xED) high_ = 0x9F;  // surrogates
    } else if (byte >= 0xF0 && byte <= 0xF4) {
      missing_ = 3;
      if (byte == 0xF0) low_ = 0x90;
      if (byte == 0xF4) high_ = 0x8F;
    } else {
      return false;
    }
    return true;
  }
  int missing_ = 0;
  unsigned char low_ = 0x80;
  unsigned char high_ = 0xBF;
};

bool is_utf8(std::string_view bytes);

/// What a plugin wrote for people: at most `limit` bytes of it, never half a
/// character; what is no UTF-8 becomes U+FFFD, what controls a terminal a blank.
std::string readable(std::string_view bytes, std::size_t limit);

}  // namespace pilah::plugin
