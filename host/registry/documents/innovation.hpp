// The JSON of innovations, for HTTP and the command line alike.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "pilah/registry/intake/innovation_text.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::registry {

/// The record's own fields (catalogue/innovation.hpp), and its "revision".
boost::json::object innovation_document(const InnovationEntry& entry);
/// The same, as text.
std::string innovation_document(const InnovationText& entry);

/// {"innovations": [...], "total": n | null, "facets": {"status": [{"value", "count"}], ...},
///  "spelling": [{"word", "read_as"}], "revision": n, "next": "..." | null} as text.
/// Each innovation as innovation_document() has it, and "pending": true where a newer version
/// waits that the reader may know of; "facets" and "spelling" are left
/// out when there are none; a "value" of null: unknown; `next` goes on behind the last one.
std::string innovation_list_document(const InnovationList& list);

}  // namespace pilah::registry
