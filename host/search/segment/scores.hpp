// The scores of a segment's documents, bit by bit: one set of documents for each
// bit of a score.
//
// Adding a weight to 50,000 documents, or finding the best fifty of them, are a
// few operations on words of 64 documents instead of one on each document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pilah/search/segment/document_set.hpp"

namespace pilah::search {

/// A value. All scores begin at 0.
class Scores {
 public:
  explicit Scores(std::size_t size) : size_(size) {}

  void add(const DocumentSet& documents, std::uint32_t weight);
  std::uint32_t of(Document document) const;

  /// Those of the documents that stand behind one of that score and number in
  /// the order of scores, the greatest first, and numbers.
  DocumentSet behind(const DocumentSet& documents, std::uint32_t score, std::int64_t number) const;
  /// The first `count` of the documents in that order.
  std::vector<Document> first(const DocumentSet& documents, std::size_t count) const;

 private:
  std::size_t size_;
  std::vector<DocumentSet> bits_;  // the lowest first
};

}  // namespace pilah::search
