// Names reduced to plain words, so that spellings of one name compare equal.
// Enough for the official names of regions, dimensions and areas, which are
// ASCII; the room `text` folds what people write freely.
#pragma once

#include <string>
#include <string_view>

namespace pilah::catalogue {

/// Lower-case ASCII letters and digits in words, one blank between two words;
/// everything else separates. "Kab. Solok  Selatan" -> "kab solok selatan".
std::string plain_words(std::string_view text);

/// Whether `words` begins with the whole word (or words) `prefix`.
bool begins_with_words(std::string_view words, std::string_view prefix);

}  // namespace pilah::catalogue
