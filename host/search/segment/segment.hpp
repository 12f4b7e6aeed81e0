// A part of a region's index: some of its innovations, never changed once made.
//
// Documents are numbered in the order of their ids, so ties by id are ties by
// number and a document is found by its id without a table. What is changed or
// removed later stays in its segment and is left out by whoever holds the
// segment, until segments are merged.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/search/facet.hpp"
#include "pilah/search/indexed_innovation.hpp"
#include "pilah/search/segment/columns.hpp"
#include "pilah/search/segment/document_set.hpp"
#include "pilah/search/segment/keyed_lists.hpp"
#include "pilah/search/segment/stem_forms.hpp"

namespace pilah::search {

/// Immutable; any thread.
struct Segment {
  std::vector<catalogue::InnovationId> ids;  ///< ascending
  KeyedLists words;  ///< by word as fold() has it; a level for each TextLevel
  StemForms stems;
  std::array<KeyedLists, kFacets> facets;  ///< by value, one level
  NameColumn names;                        ///< by text::sort_key
  std::array<NumberColumn, kNumbers> numbers;

  std::size_t size() const { return ids.size(); }
  std::optional<Document> find(catalogue::InnovationId id) const;
  const KeyedLists& facet(Facet which) const { return facets[static_cast<std::size_t>(which)]; }
  const NumberColumn& number(Number which) const {
    return numbers[static_cast<std::size_t>(which)];
  }
  /// Of memory.
  std::size_t bytes() const;
};

/// A segment and which of its documents are still the innovations' present state.
struct LiveSegment {
  std::shared_ptr<const Segment> segment;
  std::shared_ptr<const DocumentSet> live;
  std::size_t live_count = 0;
};

}  // namespace pilah::search
