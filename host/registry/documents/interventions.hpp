// The JSON of what each intervention in a choice costs.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/choice/interventions.hpp"

namespace pilah::registry {

/// {"selection", "complete", "interventions": [{"id", "name", "in", "reason", "by", "price"}],
///  "together"}; prices in millionths of a point, null where none is proven.
boost::json::object interventions_document(const catalogue::SelectionRecord& selection,
                                           const Interventions& interventions);

}  // namespace pilah::registry
