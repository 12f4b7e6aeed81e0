// Action plans, monitoring periods and reports, what is late.
#include "pilah/registry/documents/monitoring.hpp"

#include <array>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/region_records.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/monitoring/stages.hpp"

namespace pilah::http {
namespace {

using catalogue::MonitoringPeriodId;
using catalogue::QuickWinSetId;
using registry::Environment;

constexpr const char* kNoSuchPeriod = "monitoring.period_not_found";
constexpr const char* kNoSuchSet = "quick_win.not_found";

struct StepsBody {
  std::vector<registry::PlannedStep> steps;
  static void fields(auto& self, auto&& visit) { visit("steps", self.steps); }
};

/// What is told hangs on the day and on the names within: the tag is of the whole text.
std::string tag_of(std::int64_t revision, const boost::json::object& document) {
  const auto digest = std::hash<std::string>{}(boost::json::serialize(document));
  return revision_tag(revision, std::to_string(digest));
}

Response tagged(const boost::json::object& document, std::int64_t revision) {
  auto response = json_response(200, document);
  response.headers.emplace_back("ETag", tag_of(revision, document));
  return response;
}

struct Periods {
  using Record = catalogue::MonitoringPeriod;
  using Id = MonitoringPeriodId;
  using Entry = registry::PeriodEntry;
  static constexpr const char* kPlace = "monitoring-periods";
  static constexpr const char* kNotFound = kNoSuchPeriod;
  static constexpr std::array kSetByHost = {"id",        "region",      "state",       "opened_on",
                                            "closed_on", "reminded_on", "not_reported"};
  static constexpr auto kFind = registry::period;
  static constexpr auto kAdd = registry::add_period;
  static constexpr auto kChange = registry::change_period;
  static constexpr auto kDocumentOf = registry::period_document;
  static Id id_of(const Entry& entry) { return entry.period.id; }
  static std::int64_t revision_of(const Entry& entry) { return entry.revision; }
  static std::string tag_of(const Entry& entry) {
    return http::tag_of(entry.revision, registry::period_document(entry));
  }
};

/// The candidate of a set that an address names.
registry::PlanPlace plan_place_of(const Environment& environment, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  return {region, id_of_path<QuickWinSetId>(values[1], kNoSuchSet), values[2]};
}

std::int64_t expected(const Environment& environment, const Request& request,
                      const registry::PlanPlace& place) {
  return expected_revision(
      request, [&] { return registry::action_plan(environment, request.caller, place).revision; });
}

Response answer(const registry::ActionPlanEntry& entry) {
  return tagged(registry::action_plan_document(entry), entry.revision);
}

Response stages(const Environment& environment, const Request&, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::value all = boost::json::array();
  if (environment.stages) all = catalogue::to_json(environment.stages->of(region));
  return json_response(200, {{"stages", std::move(all)}});
}

Response plans(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::action_plans(environment, request.caller, region);
  return json_response(200, {{"action_plans", registry::action_plans_document(all)}});
}

Response plan(const Environment& environment, const Request& request, const PathValues& values) {
  return answer(
      registry::action_plan(environment, request.caller, plan_place_of(environment, values)));
}

Response put_plan(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto place = plan_place_of(environment, values);
  StepsBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return answer(registry::put_action_plan(environment, request.caller, place, body.steps,
                                          expected(environment, request, place)));
}

Response note_step(const Environment& environment, const Request& request,
                   const PathValues& values) {
  const auto place = plan_place_of(environment, values);
  const auto number = number_of_path(values[3], "action_plan.no_step_number");
  registry::StepNote note;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), note);
  return answer(registry::note_step(environment, request.caller, place,
                                    static_cast<std::size_t>(number), note,
                                    expected(environment, request, place)));
}

Response reports_of_candidate(const Environment& environment, const Request& request,
                              const PathValues& values) {
  const auto place = plan_place_of(environment, values);
  const auto all =
      registry::reports_of(environment, request.caller, place.region, place.set, place.candidate);
  return json_response(200, {{"reports", registry::reports_document(all)}});
}

Response periods(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::periods(environment, request.caller, region);
  return json_response(200, {{"monitoring_periods", registry::periods_document(all)}});
}

using StepOfPeriod = registry::PeriodEntry (*)(const Environment&, const registry::Caller&,
                                               const registry::PeriodStep&);

template <StepOfPeriod step>
Response take_step(const Environment& environment, const Request& request,
                   const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<MonitoringPeriodId>(values[1], kNoSuchPeriod);
  const auto revision = expected_revision(
      request, [&] { return registry::period(environment, request.caller, region, id).revision; });
  const auto entry = step(environment, request.caller, {region, id, revision});
  return tagged(registry::period_document(entry), entry.revision);
}

Response reports_in_period(const Environment& environment, const Request& request,
                           const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<MonitoringPeriodId>(values[1], kNoSuchPeriod);
  const auto all = registry::reports_in(environment, request.caller, region, id);
  return json_response(200, {{"reports", registry::reports_document(all)}});
}

Response put_report(const Environment& environment, const Request& request,
                    const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const registry::ReportPlace place{region,
                                    id_of_path<MonitoringPeriodId>(values[1], kNoSuchPeriod),
                                    id_of_path<QuickWinSetId>(values[2], kNoSuchSet), values[3]};
  registry::ReportForm form;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), form);
  const auto entry = registry::put_report(environment, request.caller, place, form);
  return json_response(200, registry::report_document(entry));
}

Response late(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::late_things(environment, request.caller, region);
  return json_response(200, {{"late", registry::late_document(all)}});
}

}  // namespace

void add_monitoring(RouteTable& table, const Environment& environment) {
  const std::string region = "/api/v1/regions/{code}";
  const auto add = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  add("GET", region + "/stages", stages);
  add("GET", region + "/action-plans", plans);
  const std::string plan_of = region + "/quick-win-sets/{id}/action-plans/{candidate}";
  add("GET", plan_of, plan);
  add("PUT", plan_of, put_plan);
  add("PUT", plan_of + "/steps/{number}", note_step);
  add("GET", plan_of + "/reports", reports_of_candidate);
  const std::string all = region + "/monitoring-periods";
  add("GET", all, periods);
  RegionRecords<Periods>::add_routes(table, environment);
  add("POST", all + "/{id}/open", take_step<registry::open_period>);
  add("POST", all + "/{id}/remind", take_step<registry::remind_of_period>);
  add("POST", all + "/{id}/close", take_step<registry::close_period>);
  add("GET", all + "/{id}/reports", reports_in_period);
  add("PUT", all + "/{id}/reports/{set}/{candidate}", put_report);
  add("GET", region + "/late", late);
}

}  // namespace pilah::http
