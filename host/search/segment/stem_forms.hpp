// Which words of a segment have a stem other than themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pilah/search/segment/sorted_strings.hpp"

namespace pilah::search {

/// Stems, each with the other words of that stem (places in the segment's words,
/// ascending). That a word is its own stem is not written down: most are. Immutable
/// once built.
class StemForms {
 public:
  class Builder;

  const SortedStrings& stems() const { return stems_; }
  std::span<const std::uint32_t> forms(std::size_t stem) const {
    return {forms_.data() + begins_[stem], forms_.data() + begins_[stem + 1]};
  }
  /// Of memory.
  std::size_t bytes() const;

 private:
  SortedStrings stems_;
  std::vector<std::uint32_t> begins_ = {0};  ///< of each stem's words in forms_, and the end
  std::vector<std::uint32_t> forms_;
};

class StemForms::Builder {
 public:
  /// Requires: a stem greater than the one before. `words`: those of that stem,
  /// without the stem itself; a stem with none is left out.
  void add(std::string_view stem, std::span<const std::uint32_t> words);
  StemForms build() &&;

 private:
  SortedStrings::Builder stems_;
  StemForms built_;
};

}  // namespace pilah::search
