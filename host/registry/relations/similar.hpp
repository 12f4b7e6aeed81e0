// Innovations of other regions that do much the same as one of ours, with what came
// of them and whom to ask: nobody has to invent everything anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// What an indicator came to. Decimal texts as they were entered; empty: unknown.
struct IndicatorResult {
  std::string definition;
  std::string unit;
  std::string baseline;
  std::string target;
  std::string measured;  ///< the latest value
  std::string measured_on;
};

struct SimilarInnovation {
  catalogue::Region region;
  catalogue::InnovationId id;
  std::string name;
  std::string summary;
  std::string benefit;
  std::optional<catalogue::Stage> stage;
  std::optional<catalogue::PartialDate> applied;
  std::vector<IndicatorResult> results;  ///< those with a measured value first
  /// Share of the words in common, 0 to 1, a quarter of the way nearer to 1 when
  /// both have the same primary area.
  catalogue::Millionths score;
  std::vector<std::string> words;  ///< of ours, that it has too; folded
  std::vector<std::string> areas;  ///< keys, confirmed in both
  std::string owner;               ///< the organisation to ask; empty: unknown
  /// Of the person who proposed it, only for whoever may see all of that region.
  std::string contact;
};

inline constexpr std::size_t kMostSimilar = 50;

/// The most similar first, `limit` (1 to kMostSimilar) at most; only what the caller
/// sees, archived entries left out. Throws Refusal(kNotFound) for an entry that the
/// caller does not see, Refusal(kInvalid) for a limit that is none,
/// Refusal(kUnavailable) while the entry's region is not in the search index.
std::vector<SimilarInnovation> similar_elsewhere(const Environment& environment,
                                                 const Caller& caller, catalogue::InnovationId id,
                                                 std::size_t limit = 10);

}  // namespace pilah::registry
