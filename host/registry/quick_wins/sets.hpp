// Quick-win sets as they are read: with names, with who has signed and who has not, and
// with the set that has replaced them. Whoever has a role in the region reads them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct SignatoryEntry {
  std::string name;
  /// On this set, or on one before that an amendment did not ask them to sign again.
  std::optional<catalogue::Signature> signature;
};

struct QuickWinSetEntry {
  catalogue::QuickWinSet set;
  std::string selection_name;
  std::map<std::string, std::string> candidates;                   ///< their names, by id
  std::map<catalogue::OrganisationId, std::string> organisations;  ///< that it names
  std::vector<SignatoryEntry> signatories;                         ///< in the set's order
  std::optional<catalogue::QuickWinSetId> amended_by;
  std::int64_t revision = 0;
};

/// The newest first.
std::vector<QuickWinSetEntry> quick_win_sets(const Environment& environment, const Caller& caller,
                                             const catalogue::RegionCode& region);

/// Throws Refusal(kNotFound).
QuickWinSetEntry quick_win_set(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region, catalogue::QuickWinSetId id);

}  // namespace pilah::registry
