// The JSON of claims and their evidence, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/intake/innovations.hpp"

namespace pilah::registry {

/// {"claims": [{"field", "proven", "claimed": {"date", "value"} | null, "verified": likewise,
///   "files": [{"sha256", "file_name", "media_type", "field", "size"}]}], "revision"}
boost::json::object claims_document(const InnovationEntry& entry);

}  // namespace pilah::registry
