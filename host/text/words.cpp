#include "pilah/text/words.hpp"

#include "pilah/text/fold.hpp"

namespace pilah::text {
namespace {

/// Bytes that fold() always takes for a separator. Beyond ASCII only fold()
/// knows, so such bytes stay within their piece of text.
bool separates(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool letter_or_digit =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return byte < 0x80 && !letter_or_digit && c != '\'' && c != '"' && c != '`';
}

/// A piece may fold to several words ("satu—dua") or to none.
void append_words(std::string folded, std::size_t begin, std::size_t end, std::size_t limit,
                  std::vector<Word>& words) {
  std::size_t start = 0;
  while (start < folded.size() && words.size() < limit) {
    const std::size_t blank = folded.find(' ', start);
    if (start == 0 && blank == std::string::npos) {
      words.push_back({std::move(folded), begin, end});
      return;
    }
    const std::size_t stop = blank == std::string::npos ? folded.size() : blank;
    words.push_back({folded.substr(start, stop - start), begin, end});
    start = stop + 1;
  }
}

}  // namespace

std::vector<Word> split_words(std::string_view utf8, std::size_t limit) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (at < utf8.size() && words.size() < limit) {
    if (separates(utf8[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < utf8.size() && !separates(utf8[end])) ++end;
    append_words(fold(utf8.substr(at, end - at)), at, end, limit, words);
    at = end;
  }
  return words;
}

}  // namespace pilah::text
