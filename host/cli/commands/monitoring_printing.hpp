// Action plans, monitoring periods and reports, as a person reads them at a terminal.
#pragma once

#include <vector>

#include "pilah/cli/session.hpp"
#include "pilah/registry/monitoring/action_plans.hpp"
#include "pilah/registry/monitoring/horizons.hpp"
#include "pilah/registry/monitoring/late.hpp"
#include "pilah/registry/monitoring/periods.hpp"
#include "pilah/registry/monitoring/reports.hpp"

namespace pilah::cli {

/// Its candidate, and how many steps are done and late.
void print_plan_line(const Session& session, const registry::ActionPlanEntry& entry);
void print_plan(const Session& session, const registry::ActionPlanEntry& entry);
void print_period_line(const Session& session, const registry::PeriodEntry& entry);
/// With those for whose reports it waits.
void print_period(const Session& session, const registry::PeriodEntry& entry);
void print_report(const Session& session, const registry::ReportEntry& entry);
/// Its candidates, all in the same way.
void print_horizon(const Session& session, const registry::Horizon& horizon);
void print_late(const Session& session, const std::vector<registry::LateThing>& things);

}  // namespace pilah::cli
