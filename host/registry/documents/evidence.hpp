// The JSON of claims and their evidence, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/workflow/working_version.hpp"

namespace pilah::registry {

/// {"claims": [{"field", "proven", "claimed": {"date", "value"} | null, "verified": likewise,
///   "files": [{"sha256", "file_name", "media_type", "field", "size"}]}],
///  "pending": bool, "revision"}: of the version that is worked on.
boost::json::object claims_document(const WorkingVersion& version);

}  // namespace pilah::registry
