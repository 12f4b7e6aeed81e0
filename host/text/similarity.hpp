// How alike two names are, whatever their spelling.
#pragma once

#include <cstdint>

#include "pilah/catalogue/quantity.hpp"
#include "pilah/text/name.hpp"

namespace pilah::text {

enum class NameLikeness {
  kNone,          ///< nothing in common
  kSimilar,       ///< words and spelling in common
  kAbbreviation,  ///< one is short for the other
  kSame,          ///< the same words, light words and readings aside
};

struct NameSimilarity {
  catalogue::Millionths score;  ///< 1,000,000: the same letters
  NameLikeness likeness = NameLikeness::kNone;
};

/// Symmetric; integer arithmetic alone, so the same on every machine. The best
/// over the readings of both names of:
/// the same letters (1,000,000); the same letters of the words that are not
/// light (950,000); one short for the other (850,000); else six tenths of the
/// words they share and four tenths of the trigrams they share (each a Dice
/// coefficient; light words weigh a quarter), 940,000 at most.
NameSimilarity similarity(const ComparableName& first, const ComparableName& second);

/// Edits (insert, delete, replace, swap of neighbours) that turn one word into
/// the other; more than `most` counts as most + 1.
std::size_t edits(std::string_view first, std::string_view second, std::size_t most);

/// Sorted codes of the trigrams of the letters, with a mark before and behind.
std::vector<std::uint32_t> trigrams(std::string_view letters);

/// What two sorted lists have in common: Dice coefficient, in millionths; 0 for an empty one.
std::int64_t dice(const std::vector<std::uint32_t>& first,
                  const std::vector<std::uint32_t>& second);

}  // namespace pilah::text
