#include "pilah/text/fold.hpp"

#include <array>

#include <utf8proc.h>

namespace pilah::text {
namespace {

/// Builds the folded text: letters as they come, separators as single blanks.
class Folded {
 public:
  explicit Folded(std::size_t size) { text_.reserve(size); }

  void letter(char c) {
    separate_if_due();
    text_ += c;
  }
  void letter(utf8proc_int32_t code_point) {
    separate_if_due();
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(code_point, bytes.data());
    text_.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
  }
  void separator() { due_ = !text_.empty(); }
  std::string take() { return std::move(text_); }

 private:
  void separate_if_due() {
    if (due_) text_ += ' ';
    due_ = false;
  }
  std::string text_;
  bool due_ = false;
};

bool is_apostrophe(utf8proc_int32_t code_point) {
  switch (code_point) {
    case '\'':
    case '"':
    case '`':
    case 0x00B4:  // acute accent
    case 0x02BB:  // modifier letters: turned comma, apostrophe
    case 0x02BC:
    case 0x2018:  // single quotation marks
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:  // double quotation marks
    case 0x201D:
    case 0x201E:
    case 0x2032:  // prime
      return true;
    default:
      return false;
  }
}

void fold_ascii(Folded& folded, char c) {
  if (c >= 'A' && c <= 'Z') {
    folded.letter(static_cast<char>(c - 'A' + 'a'));
  } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
    folded.letter(c);
  } else if (!is_apostrophe(c)) {
    folded.separator();
  }
}

void fold_decomposed(Folded& folded, utf8proc_int32_t code_point) {
  if (code_point < 0x80) {
    fold_ascii(folded, static_cast<char>(code_point));
    return;
  }
  if (is_apostrophe(code_point)) return;
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      folded.letter(code_point);
      break;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
      break;  // marks and invisible formatting
    default:
      folded.separator();
  }
}

void fold_code_point(Folded& folded, utf8proc_int32_t code_point) {
  std::array<utf8proc_int32_t, 32> parts{};  // the longest decomposition has 18
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                      UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  const auto count = utf8proc_decompose_char(
      code_point, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()), options, &boundary);
  if (count < 0) {
    folded.separator();
    return;
  }
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    fold_decomposed(folded, parts[static_cast<std::size_t>(i)]);
  }
}

}  // namespace

std::string fold(std::string_view utf8) {
  Folded folded(utf8.size());
  while (!utf8.empty()) {
    if (static_cast<unsigned char>(utf8.front()) < 0x80) {
      fold_ascii(folded, utf8.front());
      utf8.remove_prefix(1);
      continue;
    }
    utf8proc_int32_t code_point = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                       static_cast<utf8proc_ssize_t>(utf8.size()), &code_point);
    if (size <= 0) {
      folded.separator();
      utf8.remove_prefix(1);
    } else {
      fold_code_point(folded, code_point);
      utf8.remove_prefix(static_cast<std::size_t>(size));
    }
  }
  return folded.take();
}

std::string sort_key(std::string_view folded_name) {
  return std::string(folded_name.substr(0, kSortKeyBytes));
}

}  // namespace pilah::text
