// The JSON of coverage in flat rows and of intersections, for HTTP and the command line
// alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/mapping/coverage_rows.hpp"
#include "pilah/registry/mapping/intersections.hpp"

namespace pilah::registry {

/// {"revision", "rows": [{"key", "name", "dimension", "innovations", "verified",
/// "primary", "unmapped", "areas_covered", "frozen_revision"}]}; a member that says
/// nothing of that kind of row is left out.
boost::json::object coverage_rows_document(const CoverageRows& found);

/// {"revision", "pairs": [{"first", "second", "innovations"}]}
boost::json::object intersections_document(const Intersections& found);

/// [{"id", "name", "owner", "areas"}]
boost::json::array intersecting_document(const std::vector<IntersectingInnovation>& list);

}  // namespace pilah::registry
