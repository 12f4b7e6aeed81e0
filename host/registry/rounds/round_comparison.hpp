// What became of a region's innovations between two rounds, or between a round and now.
//
// An innovation is *added* when it is in the later catalogue alone (archived ones are in
// none), *gone* when it is in the earlier alone, *mapped otherwise* when its confirmed
// areas differ or another of them is the primary one, else *changed*. Of what the caller
// sees, and as they see it: a field that is not for their eyes has not changed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/round.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

enum class EntryFate { kAdded, kChanged, kMappedOtherwise, kGone };
inline constexpr std::array<const char*, 4> kEntryFates = {"added", "changed", "mapped_otherwise",
                                                           "gone"};
inline constexpr std::size_t kMostDifferences = 5'000;  // that are listed; all are counted

struct EntryDifference {
  EntryFate fate = EntryFate::kChanged;
  catalogue::InnovationId id;
  std::string name;                       ///< the later one
  std::string owner;                      ///< the organisation's name; empty: none
  std::vector<std::string> fields;        ///< that differ, in their order, the mapping left out
  std::vector<std::string> areas_before;  ///< confirmed, the primary one first
  std::vector<std::string> areas_after;
};

struct RoundComparison {
  std::string from;  ///< what the earlier catalogue is called
  std::string to;    ///< empty: the catalogue as it is now
  std::int64_t from_revision = 0;
  std::int64_t to_revision = 0;
  std::array<std::int64_t, 4> totals{};      ///< by fate
  std::vector<EntryDifference> differences;  ///< by fate, then by name
};

/// The earlier of the two first, whichever is named first; without `other` against now.
/// Throws Refusal(kNotFound) for a round that is none, Refusal(kConflict) for one that
/// is not frozen.
RoundComparison compare_rounds(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region, catalogue::RoundId round,
                               const std::optional<catalogue::RoundId>& other);

/// For other use cases, which ask for rights themselves: of two revisions, the earlier one
/// first, without names.
RoundComparison compare_revisions(store::Reader& reader, const Caller& caller,
                                  const catalogue::RegionCode& region, std::int64_t from,
                                  std::int64_t to);

}  // namespace pilah::registry
