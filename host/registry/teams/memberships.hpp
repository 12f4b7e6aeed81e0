// In which teams somebody is who signs in, and whether that counts today.
#pragma once

#include <vector>

#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// Of the account in all regions, by their teams' names.
std::vector<Membership> memberships_of(store::Reader& reader, const Environment& environment,
                                       const catalogue::AccountId& account);

}  // namespace pilah::registry
