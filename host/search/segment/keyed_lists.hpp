// Lists of documents by key: a word's stem, a facet's value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pilah/search/segment/document_list.hpp"
#include "pilah/search/segment/sorted_strings.hpp"

namespace pilah::search {

/// Under a key lie up to eight lists, one for each level that has any. Immutable
/// once built.
class KeyedLists {
 public:
  class Builder;

  const SortedStrings& keys() const { return keys_; }

  /// Calls `take(level, list)` for each list of the key at that place, by level.
  template <class Take>
  void each_list(std::size_t key, Take take) const {
    const std::uint8_t* at = lists_.data() + offsets_[key];
    unsigned levels = *at++;
    for (std::size_t level = 0; levels != 0; ++level, levels >>= 1) {
      if ((levels & 1U) == 0) continue;
      const DocumentList list(at, size_);
      take(level, list);
      if (levels > 1) at = list.end();
    }
  }

  /// Of memory.
  std::size_t bytes() const;

 private:
  std::size_t size_ = 0;  ///< documents of the segment
  SortedStrings keys_;
  std::vector<std::uint32_t> offsets_;  ///< by key, where it begins in lists_
  std::vector<std::uint8_t> lists_;     ///< a bit for each level, the lists; padding at the end
};

class KeyedLists::Builder {
 public:
  /// For a segment of `size` documents.
  Builder(std::size_t size, ListUse use) : use_(use) { lists_.size_ = size; }

  /// Requires: a key greater than the one before, which has got a list.
  void begin(std::string_view key);
  /// Requires: levels ascend from 0 to 7 under a key; `documents` are not none and ascend.
  void add(std::size_t level, std::span<const Document> documents);
  KeyedLists build() &&;

 private:
  ListUse use_;
  SortedStrings::Builder keys_;
  KeyedLists lists_;
};

}  // namespace pilah::search
