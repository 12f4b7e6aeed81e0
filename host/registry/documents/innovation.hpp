// The JSON of innovations, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/intake/innovations.hpp"

namespace pilah::registry {

/// The record's own fields (catalogue/innovation.hpp), and its "revision".
boost::json::object innovation_document(const InnovationEntry& entry);

/// {"innovations": [...], "next": "..." | null}; `next` goes on behind the last one.
boost::json::object innovation_list_document(const InnovationList& list);

}  // namespace pilah::registry
