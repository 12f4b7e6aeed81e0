// The organisations of a region: agencies and all others that own or propose.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct OrganisationEntry {
  catalogue::Organisation organisation;
  std::int64_t revision = 0;
  std::int64_t innovations = 0;  ///< owned, not archived, of those that the caller sees
};

/// By kind, then code.
std::vector<OrganisationEntry> organisations(const Environment& environment, const Caller& caller,
                                             const catalogue::RegionCode& region);

/// Adds it, with a new id when it has none (all zero), or replaces the one with
/// its id; for the region's administrator. Throws Refusal(kInvalid) without name or code,
/// Refusal(kConflict) when another organisation of the region has the code.
OrganisationEntry put_organisation(const Environment& environment, const Caller& caller,
                                   catalogue::Organisation organisation);

/// The organisation that a list means by `name`: its code, name or an alias, on
/// folded text; nothing when none or several fit.
std::optional<catalogue::OrganisationId> organisation_named(
    const std::vector<catalogue::Organisation>& organisations, std::string_view name);

}  // namespace pilah::registry
