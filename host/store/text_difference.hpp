// Where two texts part, letter by letter.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pilah::store {

/// A part of the older text that another took the place of. Refers to the texts.
struct Splice {
  std::size_t at = 0;  ///< bytes of the newer text before it
  std::string_view older;
  std::string_view newer;
};

/// Few and short, in their order; all between them is the same in both. Texts are the
/// contents of JSON strings as written: no part begins or ends within a letter of UTF-8
/// or an escape sequence.
std::vector<Splice> splices(std::string_view older, std::string_view newer);

}  // namespace pilah::store
