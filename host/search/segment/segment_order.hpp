// The documents of a segment in the order of a query.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/search/cursor.hpp"
#include "pilah/search/segment/segment.hpp"

namespace pilah::search {

/// Refers to what it is made with. `scores` by document, for Sort::kRelevance alone.
class SegmentOrder {
 public:
  SegmentOrder(const Segment& segment, Sort sort, const std::vector<std::uint16_t>& scores)
      : segment_(&segment), sort_(sort), scores_(&scores) {}

  /// The first `count` of the documents, those behind `after` only.
  std::vector<Document> first(const DocumentSet& documents, const std::optional<Place>& after,
                              std::size_t count) const;
  Place place_of(Document document) const;

 private:
  /// A document's place in the order as a number: rank x 65,536 + document.
  using Key = std::int64_t;

  Key last_key_not_behind(const Place& place) const;
  template <class RankOf>
  std::vector<Document> picked(const DocumentSet& documents, RankOf rank_of, Key after,
                               std::size_t count) const;
  std::vector<Document> walked_by_name(const DocumentSet& documents, Key after,
                                       std::size_t count) const;
  const NumberColumn& column() const;
  std::uint16_t score_rank(Document document) const {
    return static_cast<std::uint16_t>(65'535 - (*scores_)[document]);
  }

  const Segment* segment_;
  Sort sort_;
  const std::vector<std::uint16_t>* scores_;
};

}  // namespace pilah::search
