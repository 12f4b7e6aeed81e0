// What somebody may have meant who typed a word that nothing has.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/search/segment/segment.hpp"

namespace pilah::search {

struct NearWord {
  std::size_t edits = 0;
  std::string word;
  friend auto operator<=>(const NearWord&, const NearWord&) = default;
};

/// Words of the segments that are near to `word`: one edit apart (an insertion,
/// a deletion, another letter, two neighbours swapped), or two when it has nine
/// letters or more; those with the fewest edits first, then alphabetically. A
/// word of fewer than five letters, with a digit, or that begins otherwise is
/// not near to any.
std::vector<NearWord> near_words(std::string_view word,
                                 const std::vector<const Segment*>& segments);

}  // namespace pilah::search
