// A text as a row of stems, each with the place where its word stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/text/stemmer.hpp"

namespace pilah::text {

/// Stop words are left out; the rows are equally long.
struct StemmedText {
  std::vector<std::string> stems;
  std::vector<std::size_t> begins;  ///< bytes of the source
  std::vector<std::size_t> ends;
};

/// Of the first kMaxWords words of `text`.
StemmedText stemmed(const Stemmer& stemmer, std::string_view text);

}  // namespace pilah::text
