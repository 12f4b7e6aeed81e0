// The JSON of what each intervention in a choice costs.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/choice/interventions.hpp"

namespace pilah::registry {

/// {"selection", "complete", "interventions": [{"id", "name", "in", "reason", "by", "price"}],
///  "together", "weights": [{"criterion", "title", "weight", "own_weight", "reason", "by",
///  "without": {"enter", "leave"}}]}; prices in millionths of a point, null where none is
/// proven. The weights of a weighting are told at once, without criterion, title and numbers.
boost::json::object interventions_document(const catalogue::SelectionRecord& selection,
                                           const Interventions& interventions);

}  // namespace pilah::registry
