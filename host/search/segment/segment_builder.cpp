#include "pilah/search/segment/segment_builder.hpp"

#include <algorithm>
#include <utility>

#include "pilah/text/fold.hpp"
#include "pilah/text/stemming.hpp"
#include "pilah/text/utf8.hpp"
#include "pilah/text/words.hpp"

namespace pilah::search {

using catalogue::Innovation;

SegmentBuilder::Word SegmentBuilder::word_number(const std::string& word) {
  const auto known = words_.find(word);
  if (known != words_.end()) return known->second;
  Word number = kStopWord;
  if (!stemmer_.stemming().is_stop_word(word)) {
    number = static_cast<Word>(met_in_.size());
    met_in_.push_back(0);
  }
  words_.emplace(word, number);
  return number;
}

void SegmentBuilder::add_text(std::string_view text, TextLevel level, std::size_t& words_left) {
  auto words = text::split_words(text, words_left);
  words_left -= words.size();
  const auto document = static_cast<Document>(ids_.size() - 1);
  for (auto& word : words) {
    word.text.resize(text::cut(word.text, kLongestWord).size());
    const Word number = word_number(word.text);
    if (number == kStopWord || met_in_[number] == document + 1U) continue;
    met_in_[number] = document + 1U;
    met_.push_back(
        static_cast<std::uint32_t>(number * kTextLevels + static_cast<std::size_t>(level)));
    met_by_.push_back(document);
  }
}

void SegmentBuilder::add(const Innovation& innovation, std::int64_t revision) {
  ids_.push_back(innovation.id);
  const auto document = static_cast<Document>(ids_.size() - 1);
  std::size_t words_left = kMostWords;
  for (std::size_t level = 0; level < kTextLevels; ++level) {
    const auto which = static_cast<TextLevel>(level);
    for (const auto text : texts_of(innovation, which)) add_text(text, which, words_left);
  }
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    for (auto& value : values_of(innovation, static_cast<Facet>(facet), taxonomy_)) {
      values_[facet][std::move(value)].push_back(document);
    }
  }
  names_.push_back(text::sort_key(text::fold(innovation.name)));
  for (std::size_t number = 0; number < kNumbers; ++number) {
    numbers_[number].push_back(number_of(innovation, revision, static_cast<Number>(number)));
  }
}

Segment SegmentBuilder::build() && {
  Segment segment;
  segment.words = build_words();
  segment.stems = build_stems();
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    segment.facets[facet] = build_facet(values_[facet]);
  }
  segment.names = build_names();
  for (std::size_t number = 0; number < kNumbers; ++number) {
    segment.numbers[number] = NumberColumn(numbers_[number]);
  }
  ids_.shrink_to_fit();
  segment.ids = std::move(ids_);
  return segment;
}

std::vector<std::pair<std::string_view, SegmentBuilder::Word>> SegmentBuilder::sorted_words()
    const {
  std::vector<std::pair<std::string_view, Word>> words;
  for (const auto& [word, number] : words_) {
    if (number != kStopWord) words.emplace_back(word, number);
  }
  std::sort(words.begin(), words.end());
  return words;
}

KeyedLists SegmentBuilder::build_words() const {
  // All lists in one row, one behind the other: sorted by counting.
  const std::size_t lists = met_in_.size() * kTextLevels;
  std::vector<std::uint32_t> begins(lists + 1);
  for (const std::uint32_t list : met_) ++begins[list + 1];
  for (std::size_t list = 0; list < lists; ++list) begins[list + 1] += begins[list];
  std::vector<Document> documents(met_.size());
  std::vector<std::uint32_t> ends(begins.begin(), begins.end() - 1);
  for (std::size_t i = 0; i < met_.size(); ++i) documents[ends[met_[i]]++] = met_by_[i];

  KeyedLists::Builder builder(ids_.size(), ListUse::kRead);
  for (const auto& [word, number] : sorted_words()) {
    builder.begin(word);
    for (std::size_t level = 0; level < kTextLevels; ++level) {
      const std::size_t list = number * kTextLevels + level;
      if (begins[list] == ends[list]) continue;
      builder.add(level, {documents.data() + begins[list], documents.data() + ends[list]});
    }
  }
  return std::move(builder).build();
}

StemForms SegmentBuilder::build_stems() const {
  const auto words = sorted_words();
  std::map<std::string, std::vector<std::uint32_t>> forms;
  for (std::size_t place = 0; place < words.size(); ++place) {
    auto stem = stemmer_.stem(words[place].first);
    if (stem != words[place].first) {
      forms[std::move(stem)].push_back(static_cast<std::uint32_t>(place));
    }
  }
  StemForms::Builder builder;
  for (const auto& [stem, places] : forms) builder.add(stem, places);
  return std::move(builder).build();
}

KeyedLists SegmentBuilder::build_facet(
    const std::map<std::string, std::vector<Document>>& values) const {
  KeyedLists::Builder builder(ids_.size(), ListUse::kCounted);
  for (const auto& [value, documents] : values) {
    builder.begin(value);
    builder.add(0, documents);
  }
  return std::move(builder).build();
}

NameColumn SegmentBuilder::build_names() const {
  std::vector<Document> order(names_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Document>(i);
  std::sort(order.begin(), order.end(),
            [this](Document a, Document b) { return names_[a] < names_[b]; });
  SortedStrings::Builder keys;
  std::vector<std::uint16_t> ranks(names_.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || names_[order[i]] != names_[order[i - 1]]) keys.add(names_[order[i]]);
    ranks[order[i]] = static_cast<std::uint16_t>(keys.size() - 1);
  }
  return {std::move(keys).build(), std::move(ranks)};
}

}  // namespace pilah::search
