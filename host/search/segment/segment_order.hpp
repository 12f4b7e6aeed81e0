// The documents of a segment in the order of a query.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/search/cursor.hpp"
#include "pilah/search/segment/scores.hpp"
#include "pilah/search/segment/segment.hpp"

namespace pilah::search {

/// Refers to what it is made with. `scores` are for Sort::kRelevance alone.
class SegmentOrder {
 public:
  SegmentOrder(const Segment& segment, Sort sort, const Scores& scores)
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
  std::vector<Document> first_by_score(const DocumentSet& documents,
                                       const std::optional<Place>& after, std::size_t count) const;
  /// The last document whose id is not greater; -1: none.
  std::int64_t last_until(catalogue::InnovationId id) const;
  const NumberColumn& column() const;

  const Segment* segment_;
  Sort sort_;
  const Scores* scores_;
};

}  // namespace pilah::search
