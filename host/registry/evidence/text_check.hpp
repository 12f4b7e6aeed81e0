// Whether bytes are text: UTF-8 without control characters, in pieces.
#pragma once

#include <string_view>

namespace pilah::registry {

/// A value; one thread.
class TextCheck {
 public:
  void feed(std::string_view piece);
  /// Of all pieces together.
  bool is_text() const { return is_text_ && awaited_ == 0; }

 private:
  bool takes(unsigned char byte);

  bool is_text_ = true;
  int awaited_ = 0;              // bytes that the present letter still needs
  unsigned char lowest_ = 0x80;  // bounds of the next of them
  unsigned char highest_ = 0xBF;
};

/// Text without a line's end or a tab.
bool is_plain_line(std::string_view text);

}  // namespace pilah::registry
