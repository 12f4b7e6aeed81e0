// Which documents of a segment somebody sees, and which have a value of a facet.
#pragma once

#include <string>
#include <vector>

#include "pilah/search/facet.hpp"
#include "pilah/search/segment/segment.hpp"
#include "pilah/search/visibility.hpp"

namespace pilah::search {

/// What has one of the values.
DocumentSet having(const Segment& segment, Facet facet, const std::vector<std::string>& values);

/// The one place where it is decided what a search sees (is_visible() says the same).
DocumentSet seen(const LiveSegment& live, const Visibility& visibility);

}  // namespace pilah::search
