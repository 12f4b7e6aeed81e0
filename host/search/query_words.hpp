// A query's text as the words to look for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/text/stemmer.hpp"
#include "pilah/text/stemming.hpp"

namespace pilah::search {

struct QueryWord {
  std::string word;
  std::string stem;           ///< empty: only as a beginning
  bool stem_is_word = false;  ///< the stem itself is a word of that stem
  bool unfinished = false;    ///< may be the beginning of a word
};

/// A word as it was typed whole.
QueryWord whole_word(std::string word, const text::Stemmer& stemmer);

/// Each stem once. Throws Refusal(kInvalid) for a text beyond kLongestText or kMostQueryWords.
std::vector<QueryWord> query_words(std::string_view text, const text::Stemming& stemming);

}  // namespace pilah::search
