// Text reduced to what matters when two spellings are compared or sorted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pilah::text {

/// Words in lower case, one blank between two of them. Accents and other marks
/// fall away, ligatures and wide forms open up (Unicode NFKD and case folding),
/// quotes and apostrophes vanish within a word ("Jum'at", "Jumat"), everything
/// else that is no letter or digit separates. Bytes that are not UTF-8 separate
/// too. The same on every machine, whatever the locale; folding twice changes
/// nothing more.
std::string fold(std::string_view utf8);

/// The beginning of a folded name: what names are sorted and looked up by, compared
/// as bytes. Names that differ only behind it stand in the order of ids.
std::string sort_key(std::string_view folded_name);
inline constexpr std::size_t kSortKeyBytes = 120;

}  // namespace pilah::text
