// Makes a segment out of innovations.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/search/segment/segment.hpp"
#include "pilah/text/stemmer.hpp"

namespace pilah::search {

/// Belongs to one thread; refers to what it is made with. What add() is given is
/// read, not kept.
class SegmentBuilder {
 public:
  SegmentBuilder(const text::Stemming& stemming, const catalogue::Taxonomy& taxonomy)
      : stemmer_(stemming), taxonomy_(taxonomy) {}

  /// Requires: an id greater than that of the one before; fewer than kMostDocuments so far.
  void add(const catalogue::Innovation& innovation, std::int64_t revision);
  std::size_t size() const { return ids_.size(); }
  Segment build() &&;

 private:
  using Word = std::uint32_t;  // in the order in which words were met
  static constexpr Word kStopWord = ~Word{0};

  void add_text(std::string_view text, TextLevel level, std::size_t& words_left);
  Word word_number(const std::string& word);
  /// Words that say something, sorted.
  std::vector<std::pair<std::string_view, Word>> sorted_words() const;
  KeyedLists build_words() const;
  StemForms build_stems() const;
  KeyedLists build_facet(const std::map<std::string, std::vector<Document>>& values) const;
  NameColumn build_names() const;

  text::Stemmer stemmer_;
  const catalogue::Taxonomy& taxonomy_;

  std::vector<catalogue::InnovationId> ids_;
  std::unordered_map<std::string, Word> words_;  // every word met, stop words too
  std::vector<std::uint32_t> met_in_;            // by word, the last document and one
  std::vector<std::uint32_t> met_;  // word x kTextLevels + level, in the order of documents ...
  std::vector<Document> met_by_;    // ... and the document of each
  std::array<std::map<std::string, std::vector<Document>>, kFacets> values_;
  std::vector<std::string> names_;
  std::array<std::vector<std::optional<std::int64_t>>, kNumbers> numbers_;
};

}  // namespace pilah::search
