// What of each region of the host somebody sees, as the search index takes it.
#pragma once

#include <vector>

#include "pilah/registry/environment.hpp"
#include "pilah/search/query.hpp"
#include "pilah/search/visibility.hpp"

namespace pilah::registry {

struct Sight;

search::Visibility visibility_of(const Sight& sight);

/// The region itself first, brought up to the store, then with `others` every other
/// region as far as the index has it. Throws Refusal(kUnavailable) while the
/// region itself is not in the index yet, or nothing is searched here.
std::vector<search::Scope> scopes_around(const Environment& environment, const Caller& caller,
                                         const catalogue::RegionCode& region, bool others);

}  // namespace pilah::registry
