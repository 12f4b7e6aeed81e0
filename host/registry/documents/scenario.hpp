// The JSON of the scenarios that are kept by name.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/choice.hpp"

namespace pilah::registry {

/// {"id", "region", "name", "document"}; `document` is the scenario as it was written.
boost::json::object scenario_document(const catalogue::ScenarioRecord& record);

boost::json::array scenarios_document(const std::vector<catalogue::ScenarioRecord>& records);

}  // namespace pilah::registry
