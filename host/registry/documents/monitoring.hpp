// The JSON of action plans, monitoring periods, reports, and what is late.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/monitoring/action_plans.hpp"
#include "pilah/registry/monitoring/late.hpp"
#include "pilah/registry/monitoring/periods.hpp"
#include "pilah/registry/monitoring/reports.hpp"

namespace pilah::registry {

/// {"set", "candidate", "name", "placing", "supervised", "lead"?, "lead_name"?}, as it stands
/// in every document below.
boost::json::object supervised_document(const Supervised& of, const std::string& lead_name);

/// The candidate, "steps" (the record's with names beside ids and "late"), "done" and
/// "late" (how many), "revision".
boost::json::object action_plan_document(const ActionPlanEntry& entry);
boost::json::array action_plans_document(const std::vector<ActionPlanEntry>& entries);

/// The record with "reported" (how many), "waiting": [candidates] and "revision".
boost::json::object period_document(const PeriodEntry& entry);
boost::json::array periods_document(const std::vector<PeriodEntry>& entries);

/// The record with its candidate's name, "budget" and "realised_percent" where
/// they are known, "late", and unit, baseline and target of each indicator.
boost::json::object report_document(const ReportEntry& entry);
boost::json::array reports_document(const std::vector<ReportEntry>& entries);

/// "state": "late", "explained", "was-late" or "was-late-explained".
boost::json::array late_document(const std::vector<LateThing>& things);

}  // namespace pilah::registry
