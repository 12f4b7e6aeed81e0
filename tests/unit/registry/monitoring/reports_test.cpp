#include "pilah/registry/monitoring/reports.hpp"

#include "monitoring_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::ReportForm;

namespace {

void add_indicator(MonitoringHost& host, std::size_t entry) {
  host.put([&](store::Writer& writer) {
    auto innovation =
        writer.find<catalogue::Innovation>(host.region, host.entries[entry]).value().record;
    catalogue::Indicator indicator;
    indicator.definition = "Waktu tunggu";
    indicator.unit = "menit";
    indicator.baseline = "90";
    indicator.target = "30";
    innovation.indicators = {indicator};
    writer.put(innovation, "changed");
  });
}

}  // namespace

TEST_CASE("A report has stage, percent, money against the year's budget, indicators, obstacle") {
  MonitoringHost host;
  add_indicator(host, 0);
  const auto period = host.open(host.first_quarter());
  ReportForm form;
  form.stage = "planning";
  form.stage_percent = 50;
  form.percent = 35;
  form.realised = catalogue::Rupiah{80};
  form.indicators = {{{}, "Waktu tunggu", "75,50"}};
  form.obstacle = "Pengadaan mundur";
  const auto entry = host.report(period, 0, form);
  CHECK(entry.report.progress == catalogue::Millionths{375'000});
  CHECK(entry.report.percent == 35);
  CHECK(entry.budget == catalogue::Rupiah{200});  // of 2026 alone
  CHECK(entry.report.indicators[0].innovation == host.entries[0]);
  CHECK(entry.report.indicators[0].value == "75.5");
  CHECK(entry.indicators[0].target == "30");
  CHECK(entry.period_name == "Triwulan I");
  CHECK_FALSE(entry.late);
}

TEST_CASE("The plan's costs of the year are its budget where it has any, unknown is not zero") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  CHECK_FALSE(host.report(period, 1, 10).budget);
  auto step = host.step("Latih", "2026-01", "2026-03");
  step.costs = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{150}}};
  auto other = host.step("Pasang", "2026-01", "2026-03");
  other.costs = {{2026, catalogue::FundingSource::kCsr, catalogue::Rupiah{70}}};
  host.plan(0, {step, other});
  CHECK(host.report(period, 0, 10).budget == catalogue::Rupiah{220});
  other.costs[0].amount.reset();
  host.plan(0, {step, other});
  CHECK_FALSE(host.report(period, 0, 10).budget);
}

TEST_CASE("What a report says wrongly is told all at once") {
  MonitoringHost host;
  add_indicator(host, 0);
  const auto period = host.open(host.first_quarter());
  ReportForm form;
  form.stage = "dreaming";
  form.percent = 101;
  form.stage_percent = -1;
  form.realised = catalogue::Rupiah{-1};
  form.indicators = {{host.entries[0], "Waktu tunggu", "lama"},
                     {host.entries[0], "Waktu tunggu", "1"},
                     {host.entries[1], "Waktu tunggu", "1"}};
  form.obstacle = std::string(registry::kLongestReportText + 1, 'x');
  const auto revision = host.revision();
  CHECK(refusals_of([&] { host.report(period, 0, form); }) ==
        "/percent monitoring.no_percent\n"
        "/stage_percent monitoring.no_percent\n"
        "/obstacle monitoring.long_text\n"
        "/realised quick_win.no_amount\n"
        "/stage monitoring.no_such_stage\n"
        "/indicators/0/value monitoring.no_number\n"
        "/indicators/1/definition monitoring.no_such_indicator\n"
        "/indicators/2/definition monitoring.no_such_indicator");
  CHECK(refusals_of([&] { host.report(period, 0, ReportForm{}); }) == " monitoring.empty_report");
  ReportForm stageless;
  stageless.stage_percent = 10;
  CHECK(refusals_of([&] {
          host.report(period, 0, stageless);
        }).starts_with("/stage monitoring.percent_of_no_stage"));
  CHECK(host.revision() == revision);
}

TEST_CASE("A report is corrected while its period is open, and stays on time") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  const auto first = host.report(period, 0, 40);
  host.today = "2026-05-01";
  const auto second = host.report(period, 0, 45);
  CHECK(second.report.id == first.report.id);
  CHECK(second.report.percent == 45);
  CHECK_FALSE(second.late);
  host.close(period);
  CHECK(refusals_of([&] { host.report(period, 0, 50, "lupa"); }) ==
        " monitoring.reported_and_closed");
}

TEST_CASE("A late report says why, also into a period that is closed") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.today = "2026-04-15";
  CHECK_FALSE(host.report(period, 0, 40).late);  // the last day
  host.today = "2026-04-16";
  CHECK(refusals_of([&] { host.report(period, 1, 40); }) ==
        "/explanation monitoring.explanation_missing");
  CHECK(host.report(period, 1, 40, "Petugas sakit").late);
  host.close(period);
  CHECK(refusals_of([&] { host.report(period, 2, 40); }) ==
        "/explanation monitoring.explanation_missing");
  CHECK(host.report(period, 2, 40, "Baru ditunjuk").late);
  CHECK(host.present(period).waiting.empty());
}

TEST_CASE("Nothing is reported before the period opens, nor of what is not supervised") {
  MonitoringHost host;
  const auto period = host.first_quarter();
  CHECK(refusals_of([&] { host.report(period, 0, 40); }) == " monitoring.not_open");
  host.open(period);
  CHECK(refusals_of([&] { host.report(period, 3, 40); }) == "/candidate monitoring.not_now");
  CHECK(refusals_of([&] {
          registry::put_report(host.environment, insider(),
                               {host.region, period.period.id, host.set.set.id, "lain"}, {});
        }) == "/candidate monitoring.no_such_candidate");
  CHECK(refusals_of([&] {
          registry::put_report(host.environment, insider(),
                               {host.region, {}, host.set.set.id, host.id(0)}, {});
        }) == " monitoring.period_not_found");
}

TEST_CASE("The lead reports of its own candidates, planners of all") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  const auto report_as = [&](catalogue::Role role,
                             std::optional<catalogue::OrganisationId> organisation) {
    const auto caller = account(role, "13.11", organisation);
    ReportForm form;
    form.percent = 10;
    return refusals_of([&] {
      registry::put_report(host.environment, caller,
                           {host.region, period.period.id, host.set.set.id, host.id(0)}, form);
    });
  };
  CHECK(report_as(catalogue::Role::kContributor, host.organisations[0]) == "");
  CHECK(report_as(catalogue::Role::kHeadOfOrganisation, host.organisations[0]) == "");
  CHECK(report_as(catalogue::Role::kPlanner, {}) == "");
  CHECK(report_as(catalogue::Role::kContributor, host.organisations[1]) == " rights.report");
  CHECK(report_as(catalogue::Role::kVerifier, {}) == " rights.report");
}

TEST_CASE("After an amendment the old member's reports are read, and the next period goes on") {
  MonitoringHost host;
  const auto first = host.open(host.first_quarter());
  host.report(first, 0, 40);
  host.report(first, 1, 30);
  host.report(first, 2, 5);
  host.close(first);
  const auto old_set = host.set.set.id;
  host.amend_set();
  const auto of = [&](std::size_t entry, catalogue::QuickWinSetId set) {
    return registry::reports_of(host.environment, insider(), host.region, set, host.id(entry));
  };
  REQUIRE(of(1, old_set).size() == 1);
  CHECK(of(1, old_set)[0].report.percent == 30);
  CHECK(of(1, old_set)[0].report.set == old_set);
  const auto all = registry::reports_in(host.environment, insider(), host.region, first.period.id);
  REQUIRE(all.size() == 3);
  for (const auto& each : all) CHECK(each.of.undertaking.candidate == each.report.candidate);
  host.today = "2026-07-05";
  const auto second =
      host.open(host.add_period("Triwulan II", "2026-04-01", "2026-06-30", "2026-07-15"));
  CHECK(second.waiting.size() == 3);  // who stayed, and who came
  host.report(second, 0, 60);
  host.report(second, 3, 10);
  const auto history = of(0, host.set.set.id);
  REQUIRE(history.size() == 2);
  CHECK(history[0].period_name == "Triwulan II");
  CHECK(history[1].report.percent == 40);
  CHECK(refusals_of([&] { host.report(first, 3, 10, "terlambat"); }) ==
        " monitoring.not_waited_for");
}
