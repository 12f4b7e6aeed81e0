// Panels, sheets and results, for a person at a terminal.
#pragma once

#include <vector>

#include "pilah/registry/panels/judging.hpp"
#include "pilah/registry/panels/panels.hpp"
#include "pilah/registry/panels/results.hpp"

namespace pilah::cli {

class Session;

void print_scales(const Session& session, const std::vector<catalogue::PanelCriterion>& criteria);
void print_panel(const Session& session, const registry::PanelEntry& entry);
/// `whole`: each entry; else only how far it is.
void print_sheet(const Session& session, const registry::Sheet& sheet, bool whole);
void print_missing(const Session& session, const std::vector<registry::MissingScores>& missing);
void print_results(const Session& session, const registry::PanelResults& results);

}  // namespace pilah::cli
