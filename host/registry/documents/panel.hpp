// The JSON of panels: of one, of a member's sheet, of what it found.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/panels/judging.hpp"
#include "pilah/registry/panels/panels.hpp"
#include "pilah/registry/panels/results.hpp"

namespace pilah::registry {

/// The panel with how far each member is; of accounts only whether there is one.
boost::json::object panel_document(const PanelEntry& entry);
boost::json::array panels_document(const std::vector<PanelEntry>& entries);
boost::json::object sheet_document(const Sheet& sheet);
boost::json::array missing_document(const std::vector<MissingScores>& missing);
/// {"panel", "agreement", "entries", "missing", "far_apart"}; medians in halves of a step.
boost::json::object panel_results_document(const PanelResults& results);

}  // namespace pilah::registry
