// What a segment's documents are sorted by: integer ranks, and what they stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pilah/search/segment/document_set.hpp"
#include "pilah/search/segment/sorted_strings.hpp"

namespace pilah::search {

/// Names by their sort keys. Immutable once made.
class NameColumn {
 public:
  NameColumn() = default;
  /// `ranks[document]` is the place of the document's key in `keys`.
  NameColumn(SortedStrings keys, std::vector<std::uint16_t> ranks);

  const SortedStrings& keys() const { return keys_; }
  std::uint16_t rank(Document document) const { return ranks_[document]; }
  /// All documents by rank, then by number.
  std::span<const Document> in_order() const { return in_order_; }
  std::size_t bytes() const;

 private:
  SortedStrings keys_;
  std::vector<std::uint16_t> ranks_;
  std::vector<Document> in_order_;
};

/// Numbers that may be unknown. Immutable once made.
class NumberColumn {
 public:
  NumberColumn() = default;
  explicit NumberColumn(std::span<const std::optional<std::int64_t>> numbers);

  std::optional<std::int64_t> number(Document document) const;
  /// From 0, the greater the number the less; of unknown ones the greatest there is.
  std::uint16_t place_from_greatest(Document document) const;
  /// The same for a number of any document: how many different ones are greater,
  /// and whether it is among the column's own.
  struct Place {
    std::size_t greater = 0;
    bool is_here = false;
  };
  Place place_of(std::int64_t number) const;
  std::size_t bytes() const;

  static constexpr std::uint16_t kUnknownPlace = 65'535;

 private:
  std::size_t different() const { return narrow_.size() + wide_.size(); }
  std::int64_t number_at(std::size_t rank) const {
    return wide_.empty() ? least_ + std::int64_t{narrow_[rank]} : wide_[rank];
  }

  /// Each number once, ascending: as what is to be added to the least one where
  /// 32 bits hold that, as they do for revisions, else as it is.
  std::int64_t least_ = 0;
  std::vector<std::uint32_t> narrow_;
  std::vector<std::int64_t> wide_;
  std::vector<std::uint16_t> ranks_;  ///< by document; different(): unknown
};

}  // namespace pilah::search
