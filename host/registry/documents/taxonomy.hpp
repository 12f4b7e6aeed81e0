// The JSON of the six dimensions and their areas, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::registry {

/// {"dimensions": [{"key", "name": {"id", "en"}, "areas": [{"key", "name"}]}]},
/// in the taxonomy's order.
boost::json::object taxonomy_document(const catalogue::Taxonomy& taxonomy);

}  // namespace pilah::registry
