// Mapping innovations to the 18 areas: suggested by the lexicon, confirmed by a person.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct SuggestedArea {
  std::string area;
  std::string dimension;
  catalogue::Millionths confidence;
  std::vector<std::string> words;  ///< of the entry's own text that spoke for it
};

struct SuggestedMapping {
  catalogue::InnovationId id;
  std::string name;
  std::vector<SuggestedArea> suggestions;  ///< best first, three at most; may be empty
};

/// Suggestions for every innovation of the region that is not archived and has
/// no confirmed primary area yet, of those that the caller may map, in the order of
/// names. Changes nothing.
std::vector<SuggestedMapping> suggest_areas(const Environment& environment, const Caller& caller,
                                            const catalogue::RegionCode& region);

inline constexpr std::size_t kLongestTextToMap = 20'000;  // bytes, each

/// The same for what is typed so far of an entry, whoever types it: its name, summary,
/// problem, benefit, affairs and owner. Reads nothing of the catalogue but that owner's name;
/// changes nothing. Throws Refusal(kInvalid) for a text that is too long.
std::vector<SuggestedArea> suggest_areas(const Environment& environment,
                                         const catalogue::RegionCode& region,
                                         const catalogue::Innovation& typed);

/// Makes `area` (a key, a name or an alias of the taxonomy) the confirmed primary
/// area of the innovation; a former primary area becomes a secondary one.
/// Throws Refusal(kInvalid) for an unknown area, Refusal(kNotFound).
void confirm_area(const Environment& environment, const Caller& caller, catalogue::InnovationId id,
                  std::string_view area);

/// Confirms the first suggestion of every innovation of suggest_areas() whose
/// confidence is at least `least`; answers how many. Each mapping stays marked
/// as one that came from a suggestion.
std::size_t confirm_suggestions(const Environment& environment, const Caller& caller,
                                const catalogue::RegionCode& region, catalogue::Millionths least);

}  // namespace pilah::registry
