// The entity tag of what follows from a region's revision and from whose eyes it is for:
// two who see different entries never share a tag.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/registry/people/rights.hpp"

namespace pilah::http {

std::string sight_tag(std::int64_t revision, const registry::Sight& sight);

}  // namespace pilah::http
