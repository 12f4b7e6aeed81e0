// Pairs of entries in the catalogue that are likely one and the same innovation,
// within and across organisations, and across regions where asked for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/relations/worth_a_look.hpp"

namespace pilah::registry {

struct DuplicateSide {
  catalogue::RegionCode region;
  catalogue::InnovationId id;
  std::string name;
  std::string owner;  ///< the organisation's name; empty: none
};

struct DuplicatePair {
  DuplicateSide first;  ///< of the region that was asked about
  DuplicateSide second;
  catalogue::Millionths score;       ///< 0 to 1
  std::vector<std::string> reasons;  ///< reason_words.hpp; the strongest first
  std::vector<std::string> words;    ///< of the first, that both have; folded
};

struct DuplicatePairs {
  std::vector<DuplicatePair> pairs;  ///< the likeliest first
  std::size_t total = 0;             ///< of all pairs, with those beyond the limit
  std::size_t compared = 0;          ///< entries
};

struct DuplicateOptions {
  bool other_regions = false;  ///< pairs with an entry of another region, too
  catalogue::Millionths least = kWorthALook;
  std::size_t limit = 50;  ///< 1 to kMostPairs
};
inline constexpr std::size_t kMostPairs = 1'000;
/// Entries that one question compares; a larger catalogue is asked about entry by
/// entry (alike_entries.hpp).
inline constexpr std::size_t kMostPaired = 20'000;

/// Of what the caller sees, archived entries left out. Throws Refusal(kInvalid) for a
/// limit that is none, Refusal(kConflict) when there are more than kMostPaired.
DuplicatePairs duplicate_pairs(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region,
                               const DuplicateOptions& options = {});

}  // namespace pilah::registry
