#include "pilah/text/common_words.hpp"

#include <algorithm>
#include <set>

#include "pilah/text/stemming.hpp"
#include "pilah/text/words.hpp"

namespace pilah::text {
namespace {

constexpr std::size_t kMostWordsRead = 400;

/// Calls `take(word, stem)` for each word that says something.
template <class Take>
void each_telling(const Stemmer& stemmer, std::string_view text, Take take) {
  const Stemming& stemming = stemmer.stemming();
  for (auto& word : split_words(text, kMostWordsRead)) {
    if (stemming.is_stop_word(word.text) || stemming.is_light_word(word.text)) continue;
    auto stem = stemmer.stem(word.text);
    take(std::move(word.text), std::move(stem));
  }
}

}  // namespace

std::vector<std::string> telling_stems(const Stemmer& stemmer, std::string_view text) {
  std::set<std::string> stems;
  each_telling(stemmer, text,
               [&](const std::string&, std::string stem) { stems.insert(std::move(stem)); });
  return {stems.begin(), stems.end()};
}

std::vector<std::string> words_with_stem(const Stemmer& stemmer, std::string_view text,
                                         const std::vector<std::string>& stems, std::size_t limit) {
  std::vector<std::string> words;
  std::set<std::string> taken;
  each_telling(stemmer, text, [&](std::string word, std::string stem) {
    if (words.size() == limit || !std::binary_search(stems.begin(), stems.end(), stem)) return;
    if (taken.insert(std::move(stem)).second) words.push_back(std::move(word));
  });
  return words;
}

}  // namespace pilah::text
