// Who asks, in tests.
#pragma once

#include "pilah/registry/people/caller.hpp"

namespace pilah::tests {

/// May do everything.
inline registry::Caller insider() { return registry::Caller::with_data_folder("test"); }

/// An account with one role in one region.
inline registry::Caller account(catalogue::Role role, const char* region,
                                std::optional<catalogue::OrganisationId> organisation = {}) {
  return {"test", {{role, catalogue::RegionCode::parse(region), std::move(organisation)}}, false};
}

}  // namespace pilah::tests
