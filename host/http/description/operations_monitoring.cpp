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

void describe_follow_ups(RouteTable& table, const std::string& region) {
  const std::string all = region + "/follow-ups";
  auto list = reads("listFollowUps", "FollowUpList");
  list.query = {{"state", schema::words({"late", "explained", "open", "done"})}};
  table.describe("GET", all, std::move(list));
  auto raise = reads("raiseFollowUp", "FollowUp");
  raise.takes = "NewFollowUp";
  raise.answers = {gives("FollowUp", 201)};
  table.describe("POST", all, std::move(raise));
  table.describe("GET", all + "/{id}", reads("getFollowUp", "FollowUp"));
  table.describe("PUT", all + "/{id}/answer",
                 changes("answerFollowUp", "FollowUpAnswer", "FollowUp"));
}

void describe_evaluation(RouteTable& table, const std::string& region) {
  auto schemes = reads("listEvaluationSchemes", "EvaluationSchemes");
  schemes.access = Access::kOpen;
  table.describe("GET", region + "/evaluation-schemes", std::move(schemes));
  auto score = reads("getSelfScore", "SelfScore");
  score.query = {{"scheme", schema::text("2021")}};
  score.refusals = {409};  // no quick win
  table.describe("GET", region + "/self-score", std::move(score));
  table.describe("GET", region + "/survey", reads("listSurveyValues", "Survey"));
  auto add = reads("addSurveyValue", "SurveyValue");
  add.takes = "NewSurveyValue";
  add.answers = {gives("SurveyValue", 201)};
  table.describe("POST", region + "/survey", std::move(add));
  table.describe("GET", region + "/horizons", reads("listHorizons", "HorizonList"));
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
  describe_follow_ups(table, region);
  describe_evaluation(table, region);
}

}  // namespace pilah::http
