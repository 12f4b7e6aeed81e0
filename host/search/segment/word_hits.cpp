#include "pilah/search/segment/word_hits.hpp"

#include <algorithm>

namespace pilah::search {
namespace {

constexpr std::uint16_t kWholeWord = 2;  // weighs so many times what a beginning does

}  // namespace

WordHits::WordHits(const Segment& segment, const QueryWord& word)
    : least_(static_cast<std::uint16_t>(kLevelWeights.back() * (word.unfinished ? 1 : kWholeWord))),
      any_(segment.size()) {
  const KeyedLists& words = segment.words;
  if (word.stem_is_word) {
    if (const auto place = words.keys().find(word.stem)) add(words, *place, true);
  }
  if (const auto stem = segment.stems.stems().find(word.stem)) {
    for (const std::size_t place : segment.stems.forms(*stem)) add(words, place, true);
  }
  if (word.unfinished) {
    each_beginning(words.keys(), word.word,
                   [&](std::string_view, std::size_t place) { add(words, place, false); });
  }
  for (const auto& weighed : weighed_) any_.unite(weighed.documents);
  std::sort(weighed_.begin(), weighed_.end(),
            [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
}

void WordHits::add(const KeyedLists& words, std::size_t word, bool whole_word) {
  words.each_list(word, [&](std::size_t level, const DocumentList& list) {
    list.add_to(of_weight(
        static_cast<std::uint16_t>(kLevelWeights[level] * (whole_word ? kWholeWord : 1))));
  });
}

DocumentSet& WordHits::of_weight(std::uint16_t weight) {
  const auto found = std::find_if(weighed_.begin(), weighed_.end(),
                                  [weight](const auto& each) { return each.weight == weight; });
  if (found != weighed_.end()) return found->documents;
  return weighed_.emplace_back(Weighed{weight, DocumentSet(any_.size())}).documents;
}

void WordHits::add_to(Scores& scores, const DocumentSet& documents) const {
  DocumentSet left = documents;
  for (const auto& [weight, weighed] : weighed_) {
    if (weight == least_) return;
    DocumentSet here = left;
    here.intersect(weighed);
    scores.add(here, std::uint32_t{weight} - least_);
    left.subtract(here);
  }
}

}  // namespace pilah::search
