// Text reduced to what matters when two spellings are compared or sorted.
#pragma once

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

}  // namespace pilah::text
