#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

Operation reads(const char* id, const char* schema) {
  return {.id = id, .group = "monitoring", .answers = {gives(schema)}, .access = Access::kSigned};
}

/// Changes what was read.
Operation changes(const char* id, const char* takes, const char* schema) {
  auto operation = reads(id, schema);
  operation.takes = takes;
  operation.from_revision = true;
  operation.refusals = {409};  // amended, not supervised, begun, closed
  return operation;
}

}  // namespace

void describe_monitoring(RouteTable& table) {
  const std::string region = "/api/v1/regions/{code}";
  auto stages = reads("listStages", "Stages");
  stages.access = Access::kOpen;
  table.describe("GET", region + "/stages", std::move(stages));
  table.describe("GET", region + "/action-plans", reads("listActionPlans", "ActionPlanList"));
  const std::string plan = region + "/quick-win-sets/{id}/action-plans/{candidate}";
  table.describe("GET", plan, reads("getActionPlan", "ActionPlan"));
  table.describe("PUT", plan, changes("putActionPlan", "NewActionPlan", "ActionPlan"));
  table.describe("PUT", plan + "/steps/{number}", changes("noteStep", "StepNote", "ActionPlan"));
  table.describe("GET", plan + "/reports", reads("listReportsOfCandidate", "ReportList"));
  const std::string periods = region + "/monitoring-periods";
  table.describe("GET", periods, reads("listPeriods", "MonitoringPeriodList"));
  auto make = reads("addPeriod", "MonitoringPeriod");
  make.takes = "NewMonitoringPeriod";
  make.answers = {gives("MonitoringPeriod", 201)};
  table.describe("POST", periods, std::move(make));
  table.describe("GET", periods + "/{id}", reads("getPeriod", "MonitoringPeriod"));
  table.describe("PATCH", periods + "/{id}",
                 changes("changePeriod", "MonitoringPeriodChange", "MonitoringPeriod"));
  for (const auto& [step, id] : {std::pair{"/open", "openPeriod"},
                                 {"/remind", "remindOfPeriod"},
                                 {"/close", "closePeriod"}}) {
    table.describe("POST", periods + "/{id}" + step, changes(id, "", "MonitoringPeriod"));
  }
  table.describe("GET", periods + "/{id}/reports", reads("listReportsInPeriod", "ReportList"));
  auto report = reads("putReport", "MonitoringReport");
  report.takes = "NewReport";
  report.refusals = {409};  // not open, closed
  table.describe("PUT", periods + "/{id}/reports/{set}/{candidate}", std::move(report));
  table.describe("GET", region + "/late", reads("listLate", "LateList"));
}

}  // namespace pilah::http
