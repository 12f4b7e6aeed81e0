// A text as the words in it, each with the place where it stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::text {

/// A word as fold() has it, and the bytes of the source that it was read from.
struct Word {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// More words than this say nothing new about a text.
inline constexpr std::size_t kMaxWords = 4000;

/// The first `limit` words of `utf8`. Joined by blanks they are fold(utf8).
std::vector<Word> split_words(std::string_view utf8, std::size_t limit = kMaxWords);

}  // namespace pilah::text
