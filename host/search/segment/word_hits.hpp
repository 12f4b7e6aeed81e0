// Which documents of a segment have a word of a query, and where it weighs how much.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pilah/search/query_words.hpp"
#include "pilah/search/segment/scores.hpp"
#include "pilah/search/segment/segment.hpp"

namespace pilah::search {

/// A value.
class WordHits {
 public:
  WordHits(const Segment& segment, const QueryWord& word);

  /// All documents that have it.
  const DocumentSet& any() const { return any_; }
  /// Adds the word's weight to the score of each document of `documents`, all
  /// of which have the word. What the least weight is, all have without it.
  void add_to(Scores& scores, const DocumentSet& documents) const;

 private:
  struct Weighed {
    std::uint16_t weight;
    DocumentSet documents;
  };

  void add(const KeyedLists& words, std::size_t word, bool whole_word);
  DocumentSet& of_weight(std::uint16_t weight);

  std::uint16_t least_;
  DocumentSet any_;
  std::vector<Weighed> weighed_;  // the greatest first
};

/// Calls `take(word, place)` for each of the words that begins with `beginning`.
template <class Take>
void each_beginning(const SortedStrings& words, std::string_view beginning, Take take) {
  for (auto word = words.seek(beginning); !word.at_end(); word.next()) {
    if (word.text().substr(0, beginning.size()) != beginning) return;
    take(word.text(), word.place());
  }
}

}  // namespace pilah::search
