// The words that two texts have in common, to show a person what spoke for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/text/stemmer.hpp"

namespace pilah::text {

/// The stems of the words that say something, light ones left out, sorted, each once.
std::vector<std::string> telling_stems(const Stemmer& stemmer, std::string_view text);

/// Words of `text`, as fold() has them and in their order, whose stem is among
/// `stems`; each stem once, `limit` at most.
std::vector<std::string> words_with_stem(const Stemmer& stemmer, std::string_view text,
                                         const std::vector<std::string>& stems, std::size_t limit);

}  // namespace pilah::text
