// The JSON of a region's coverage, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/mapping/coverage.hpp"

namespace pilah::registry {

/// {"region", "revision", "innovations", "unmapped", "without_owner",
///  "areas": [{"area", "dimension", "primary", "secondary", "hole"}],
///  "silent": [{"id", "code", "name"}]}; `areas` are all 18, flat, in the
/// taxonomy's order; `silent` are the agencies that have registered nothing.
boost::json::object coverage_document(const Coverage& coverage);

}  // namespace pilah::registry
