// The JSON of area suggestions, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>

#include "pilah/registry/mapping/area_mapping.hpp"

namespace pilah::registry {

/// [{"area", "dimension", "confidence", "words"}], as below.
boost::json::array suggested_areas_document(const std::vector<SuggestedArea>& suggestions);

/// [{"id", "name", "suggestions": [{"area", "dimension", "confidence", "words"}]}];
/// confidence in millionths.
boost::json::array suggestions_document(const std::vector<SuggestedMapping>& mappings);

}  // namespace pilah::registry
