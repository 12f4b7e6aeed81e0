// Segments made into one, without what is no longer live.
#pragma once

#include <span>

#include "pilah/search/segment/segment.hpp"

namespace pilah::search {

/// The live documents of all segments, at most kMostDocuments. An id may be live in one only.
Segment merged(std::span<const LiveSegment> segments);

}  // namespace pilah::search
