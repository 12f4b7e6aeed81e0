// The JSON of a set's repair, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/choice/set_repair.hpp"

namespace pilah::registry {

/// {"selection", "complete", "leaving": [{"id", "name"}], "changes", "replaced", "changed": set |
/// null,
///  "said"}; set and said as in documents/robustness.hpp.
boost::json::object set_repair_document(const catalogue::SelectionRecord& selection,
                                        const SetRepair& repair,
                                        const catalogue::Sentences& sentences);

}  // namespace pilah::registry
