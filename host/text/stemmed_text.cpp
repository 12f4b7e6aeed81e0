#include "pilah/text/stemmed_text.hpp"

#include "pilah/text/stemming.hpp"
#include "pilah/text/words.hpp"

namespace pilah::text {

StemmedText stemmed(const Stemmer& stemmer, std::string_view text) {
  StemmedText row;
  for (const auto& word : split_words(text)) {
    if (stemmer.stemming().is_stop_word(word.text)) continue;
    row.stems.push_back(stemmer.stem(word.text));
    row.begins.push_back(word.begin);
    row.ends.push_back(word.end);
  }
  return row;
}

}  // namespace pilah::text
