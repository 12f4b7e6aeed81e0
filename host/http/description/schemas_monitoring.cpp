// Action plans, monitoring periods and reports, what is late.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/monitoring/action_plans.hpp"
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

}  // namespace

void add_monitoring_schemas(boost::json::object& all) {
  all["Stages"] = object({{"stages", list(of_record<registry::MonitoringStage>())}});
  add_plans(all);
  add_periods(all);
  add_reports(all);
  const Schema thing =
      object({{"kind", words({"step", "report"})},
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
