#include "pilah/catalogue/words.hpp"

namespace pilah::catalogue {

std::string plain_words(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  bool separated = false;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
      separated = !words.empty();
      continue;
    }
    if (separated) words += ' ';
    separated = false;
    words += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return words;
}

bool begins_with_words(std::string_view words, std::string_view prefix) {
  return words.substr(0, prefix.size()) == prefix &&
         (words.size() == prefix.size() || words[prefix.size()] == ' ');
}

}  // namespace pilah::catalogue
