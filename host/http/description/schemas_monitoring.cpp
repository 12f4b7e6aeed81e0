// Action plans, monitoring periods and reports, what is late.
#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/monitoring/action_plans.hpp"
#include "pilah/registry/monitoring/evaluation_schemes.hpp"
#include "pilah/registry/monitoring/follow_ups.hpp"
#include "pilah/registry/monitoring/reports.hpp"
#include "pilah/registry/monitoring/stages.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema a_name() { return text("Antrean RSUD Tanpa Menunggu"); }
Schema an_agency() { return text("Dinas Kesehatan"); }

/// What every document says of its candidate.
std::vector<Member> supervised() {
  return {{"set", uuid()},
          {"candidate", uuid()},
          {"name", a_name()},
          {"placing", word_of<catalogue::Placing>()},
          {"supervised", yes_no()},
          maybe("lead", uuid()),
          maybe("lead_name", an_agency())};
}

void add_plans(boost::json::object& all) {
  const Schema step =
      with(of_record<catalogue::ActionStep>(), {maybe("responsible_name", text("Siti Aminah")),
                                                maybe("organisation_name", an_agency()),
                                                {"late", yes_no()}});
  all["ActionPlan"] = with(
      object(supervised()),
      {{"steps", list(step)}, {"done", count(2)}, {"late", count(1)}, {"revision", count(57)}});
  all["ActionPlanList"] = object({{"action_plans", list(named("ActionPlan"))}});
  all["NewActionPlan"] = object({{"steps", list(input(of_record<registry::PlannedStep>(), {},
                                                      {"name", "output", "from", "to"}))}});
  all["StepNote"] = input(of_record<registry::StepNote>(), {}, {});
}

void add_periods(boost::json::object& all) {
  const Schema period = of_record<catalogue::MonitoringPeriod>();
  all["MonitoringPeriod"] = with(
      period,
      {{"reported", count(5)}, {"waiting", list(object(supervised()))}, {"revision", count(57)}});
  all["MonitoringPeriodList"] = object({{"monitoring_periods", list(named("MonitoringPeriod"))}});
  const std::vector<std::string_view> of_host = {
      "id", "region", "state", "opened_on", "closed_on", "reminded_on", "not_reported"};
  all["NewMonitoringPeriod"] = input(period, of_host, {"name", "from", "to", "due"});
  all["MonitoringPeriodChange"] = merge_patch(period, of_host);
}

void add_reports(boost::json::object& all) {
  const Schema indicator = with(
      of_record<catalogue::IndicatorValue>(),
      {maybe("unit", text("menit")), maybe("baseline", text("90")), maybe("target", text("30"))});
  all["MonitoringReport"] =
      with(of_record<catalogue::MonitoringReport>(), {{"name", a_name()},
                                                      {"placing", word_of<catalogue::Placing>()},
                                                      maybe("lead_name", an_agency()),
                                                      {"period_name", text("Triwulan I 2026")},
                                                      maybe("budget", count(150'000'000)),
                                                      maybe("realised_percent", count(40)),
                                                      {"late", yes_no()},
                                                      {"indicators", list(indicator)}});
  all["ReportList"] = object({{"reports", list(named("MonitoringReport"))}});
  all["NewReport"] = input(of_record<registry::ReportForm>(), {}, {});
}

void add_follow_ups(boost::json::object& all) {
  const Schema follow_up = of_record<catalogue::FollowUp>();
  all["FollowUp"] = with(follow_up, {{"state", words({"late", "explained", "open", "done"})},
                                     {"owner_name", an_agency()},
                                     maybe("name", a_name()),
                                     maybe("period_name", text("Triwulan I 2026")),
                                     {"revision", count(57)}});
  all["FollowUpList"] = object({{"follow_ups", list(named("FollowUp"))}});
  all["NewFollowUp"] = input(of_record<registry::NewFollowUp>(), {}, {"source", "text", "due"});
  all["FollowUpAnswer"] = input(of_record<registry::FollowUpAnswer>(), {}, {});
}

void add_evaluation(boost::json::object& all) {
  all["EvaluationSchemes"] = object({{"schemes", list(of_record<registry::EvaluationScheme>())}});
  const Schema wording = named("Bilingual");
  const Schema part = object({{"key", text("outcome")},
                              {"title", wording},
                              {"weight", count(30)},
                              {"low", millionths()},
                              {"high", millionths()},
                              {"missing", list(wording)}});
  const Schema entry = object({{"set", uuid()},
                               {"candidate", uuid()},
                               {"name", a_name()},
                               {"low", millionths()},
                               {"high", millionths()},
                               {"parts", list(part)}});
  all["SelfScore"] = object({{"scheme", text("2021")},
                             {"name", wording},
                             maybe("valid_from", date()),
                             {"scale", count(4)},
                             {"low", millionths()},
                             {"high", millionths()},
                             {"parts", list(part)},
                             {"entries", list(entry)}});
  const Schema value = of_record<catalogue::SurveyValue>();
  Schema told = value;
  told.at("properties").as_object().erase("region");
  auto& required = told.at("required").as_array();
  required.erase(std::remove(required.begin(), required.end(), boost::json::value("region")),
                 required.end());
  all["SurveyValue"] = std::move(told);
  all["Survey"] = object({{"survey", list(named("SurveyValue"))}});
  all["NewSurveyValue"] =
      input(value, {"id", "region"}, {"area", "value", "date", "respondents", "source"});
}

void add_horizons(boost::json::object& all) {
  const Schema candidate =
      with(object(supervised()),
           {{"steps", count(4)},
            {"steps_done", count(2)},
            maybe("next_step", object({{"name", text("Melatih petugas loket")}, {"to", date()}})),
            maybe("last_report", named("MonitoringReport")),
            {"late", count(1)},
            {"late_explained", count(1)},
            {"open_follow_ups", count(2)}});
  all["HorizonList"] = object({{"horizons", list(object({{"placing", word_of<catalogue::Placing>()},
                                                         {"candidates", list(candidate)}}))}});
}

}  // namespace

void add_monitoring_schemas(boost::json::object& all) {
  all["Stages"] = object({{"stages", list(of_record<registry::MonitoringStage>())}});
  add_plans(all);
  add_periods(all);
  add_reports(all);
  add_follow_ups(all);
  add_evaluation(all);
  add_horizons(all);
  const Schema thing =
      object({{"kind", words({"step", "report", "follow-up"})},
              {"state", words({"late", "explained", "was-late", "was-late-explained"})},
              maybe("set", uuid()),
              maybe("candidate", uuid()),
              maybe("name", a_name()),
              maybe("placing", word_of<catalogue::Placing>()),
              {"what", text("Melatih petugas loket")},
              maybe("owner", uuid()),
              maybe("owner_name", an_agency()),
              {"due", date()},
              maybe("done_on", date()),
              maybe("explanation", text(text_example("explanation")))});
  all["LateList"] = object({{"late", list(thing)}});
}

}  // namespace pilah::http
