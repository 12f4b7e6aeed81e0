// The person of a region whom somebody names in the minutes of a meeting.
//
// Names of people lie in their own records, apart from what mentions them: so that
// they can be corrected and erased with history and audit intact.
#pragma once

#include <string>

#include "pilah/catalogue/person.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Writer;
}

namespace pilah::registry {

inline constexpr std::size_t kLongestPersonName = 200;  // bytes

/// The one of that name, without regard to case and spacing; a new one when there is
/// none. Throws Refusal(kInvalid) at `pointer` for an empty or overlong name, and when
/// several have it: whom it means, only their id tells.
catalogue::PersonId person_named(store::Writer& writer, const Environment& environment,
                                 const catalogue::RegionCode& region, const std::string& name,
                                 const std::string& pointer);

}  // namespace pilah::registry
