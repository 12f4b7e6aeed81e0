// Taking an innovation out of the holding list "region unknown" into its region.
#pragma once

#include <string_view>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/innovations.hpp"

namespace pilah::registry {

/// Moves the innovation to the region that `code` names, which is added to the
/// host if it is not there: a new entry there, with organisations of the same
/// names, and the old one archived with a note where it went. Links to items of
/// plans become unresolved, for plans are a region's own. An innovation that
/// lies in that region already is answered as it is.
/// For who may import in both; adding a region is for the host's administrator.
/// Throws Refusal(kNotFound), or Refusal(kInvalid) for an unknown code.
InnovationEntry assign_region(const Environment& environment, const Caller& caller,
                              catalogue::InnovationId id, std::string_view code);

}  // namespace pilah::registry
