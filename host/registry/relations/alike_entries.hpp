// While somebody types an entry: what is like it already, here and in other regions.
//
// The search index proposes candidates, names and summaries are then compared as at
// an import (text/comparable_entry.hpp). Told, never joined by itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/relations/worth_a_look.hpp"

namespace pilah::registry {

/// What is known of an entry so far; empty texts: nothing yet.
struct PartialEntry {
  std::optional<catalogue::InnovationId> id;  ///< when it is kept already: it is not like itself
  std::optional<catalogue::OrganisationId> owner;
  std::string name;
  std::string summary;
};

struct AlikeOptions {
  bool other_regions = true;
  catalogue::Millionths least = kWorthALook;
  std::size_t limit = 10;  ///< 1 to kMostAlike
};
inline constexpr std::size_t kMostAlike = 50;
inline constexpr std::size_t kLongestPartialText = 20'000;  // bytes, name and summary each

struct AlikeEntry {
  catalogue::RegionCode region;
  catalogue::InnovationId id;
  std::string name;
  std::string owner;  ///< the organisation's name; empty: none
  catalogue::Status status = catalogue::Status::kDraft;
  catalogue::Millionths score;       ///< 0 to 1
  std::vector<std::string> reasons;  ///< reason_words.hpp; the strongest first
  std::vector<std::string> words;    ///< of the entry typed, that this one has too; folded
};

/// The likeliest first. Of what the caller sees alone, archived entries left out.
/// Throws Refusal(kInvalid) for a text that is too long or a bound that is none,
/// Refusal(kUnavailable) while the region is not in the search index yet.
std::vector<AlikeEntry> alike_entries(const Environment& environment, const Caller& caller,
                                      const catalogue::RegionCode& region,
                                      const PartialEntry& entry, const AlikeOptions& options = {});

}  // namespace pilah::registry
