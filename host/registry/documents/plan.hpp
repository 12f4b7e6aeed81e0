// The JSON of plans and of how innovations carry them out.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/intake/import_plans.hpp"
#include "pilah/registry/plans/plan_coverage.hpp"
#include "pilah/registry/plans/plans.hpp"

namespace pilah::registry {

/// Each the record with "organisation_name"? and "revision".
boost::json::array plans_document(const std::vector<PlanEntry>& entries);

/// {"revision", "innovations",
///  "programmes": [{"kind", "plan", "organisation"?, "item", "code"?, "name", "innovations"}],
///  "without_programme": [{"id", "name", "owner"?}],
///  "unresolved": [{"id", "name", "owner"?, "kind", "text"}]}
boost::json::object plan_coverage_document(const PlanCoverage& coverage);

/// {"plans_added", "plans_updated", "plans_unchanged", "items", "links_resolved"}
boost::json::object plan_report_document(const PlanReport& report);

}  // namespace pilah::registry
