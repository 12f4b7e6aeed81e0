#include "pilah/registry/monitoring/action_plans.hpp"

#include "monitoring_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::StepNote;

TEST_CASE("A plan tells each step with its person, organisation, months and costs") {
  MonitoringHost host;
  auto training = host.step("Melatih petugas", "2026-01", "2026-03");
  training.organisation = host.organisations[2];
  training.costs = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{150}}};
  const auto entry = host.plan(0, {training, host.step("Memasang", "2026-03", "2026-06")});
  REQUIRE(entry.plan.steps.size() == 2);
  const auto& step = entry.plan.steps[0];
  CHECK(entry.names.at(step.responsible->uuid) == "Siti");
  CHECK(entry.names.at(step.organisation->uuid) == "Dinas BAPPEDA");
  CHECK(step.costs == training.costs);
  CHECK(entry.of.lead == host.organisations[0]);
  CHECK(entry.plan.steps[1].responsible == step.responsible);
}

TEST_CASE("Quick wins and candidates of the medium term are planned alike, not-now is not") {
  MonitoringHost host;
  host.plan(2, {host.step("Studi", "2027-01", "2027-12")});
  CHECK(refusals_of([&] { host.plan(3, {host.step("Studi", "2027-01", "2027-12")}); }) ==
        "/candidate monitoring.not_now");
  const auto all = registry::action_plans(host.environment, insider(), host.region);
  REQUIRE(all.size() == 3);
  CHECK(all[2].of.placing == catalogue::Placing::kMediumTerm);
  CHECK(all[2].plan.steps.size() == 1);
  CHECK(all[0].plan.steps.empty());
  CHECK(all[0].revision == 0);
}

TEST_CASE("Wrong steps are all told at once, and nothing is changed") {
  MonitoringHost host;
  auto backwards = host.step("Mundur", "2026-05", "2026-04");
  auto yearly = host.step("", "2026", "2026-04");
  yearly.output.clear();
  auto costly = host.step("Mundur", "2026-05", "2026-05");
  costly.costs = {{1, {}, {}}};
  costly.organisation = catalogue::OrganisationId{};
  const auto revision = host.revision();
  CHECK(refusals_of([&] {
          host.plan(0, {backwards, yearly, costly});
        }) ==
        "/steps/0/to action_plan.ends_early\n"
        "/steps/1/name action_plan.bad_name\n"
        "/steps/1/output action_plan.bad_output\n"
        "/steps/1/from action_plan.no_month\n"
        "/steps/2/costs/0/year quick_win.no_year\n"
        "/steps/2/name action_plan.name_twice\n"
        "/steps/2/organisation panel.no_such_organisation");
  CHECK(refusals_of([&] {
          host.plan(0, std::vector(registry::kMostSteps + 1, host.step("a", "2026-01", "2026-01")));
        }) == "/steps action_plan.too_many");
  auto nobody = host.step("Latih", "2026-01", "2026-02");
  nobody.responsible.clear();
  CHECK(refusals_of([&] { host.plan(0, {nobody}); }) == "/steps/0/responsible person.bad_text");
  CHECK(host.revision() == revision);
}

TEST_CASE("A step may begin and end on days of one month") {
  MonitoringHost host;
  CHECK(host.plan(0, {host.step("a", "2026-05-05", "2026-05"),
                      host.step("b", "2026-05-05", "2026-05-05"),
                      host.step("c", "2026-05", "2026-05-05")})
            .plan.steps.size() == 3);
}

TEST_CASE("What was noted of a step stays with its name when the plan is written anew") {
  MonitoringHost host;
  host.plan(0,
            {host.step("Latih", "2026-01", "2026-02"), host.step("Pasang", "2026-01", "2026-02")});
  host.note(0, 1, {MonitoringHost::date("2026-02-20"), ""});
  auto again = host.step("Latih", "2026-01", "2026-03");
  again.responsible.clear();
  const auto entry = host.plan(0, {host.step("Uji", "2026-04", "2026-05"), again});
  REQUIRE(entry.plan.steps.size() == 2);
  CHECK(entry.plan.steps[1].done_on == MonitoringHost::date("2026-02-20"));
  CHECK(entry.names.at(entry.plan.steps[1].responsible->uuid) == "Siti");
  CHECK_FALSE(entry.plan.steps[0].done_on);
}

TEST_CASE("A step is late once the whole of its month is over, until it is done") {
  MonitoringHost host;
  host.plan(0,
            {host.step("Latih", "2026-01", "2026-03"), host.step("Pasang", "2026-04", "2026-04")});
  CHECK(host.plan(0).late == std::vector<bool>{true, false});
  host.today = "2026-03-31";
  CHECK(host.plan(0).late == std::vector<bool>{false, false});
  host.today = "2026-05-01";
  host.note(0, 1, {MonitoringHost::date("2026-04-20"), ""});
  CHECK(host.plan(0).late == std::vector<bool>{false, true});
}

TEST_CASE("A step is done on a day that has come, and is one of the plan's") {
  MonitoringHost host;
  host.plan(0, {host.step("Latih", "2026-01", "2026-03")});
  CHECK(refusals_of([&] {
          host.note(0, 1, {MonitoringHost::date("2026-04-11"), ""});
        }) == "/done_on monitoring.no_day");
  CHECK(refusals_of([&] {
          host.note(0, 1, {MonitoringHost::date("2026-04"), ""});
        }) == "/done_on monitoring.no_day");
  CHECK(refusals_of([&] {
          host.note(0, 2, {MonitoringHost::date("2026-04-01"), ""});
        }) == " action_plan.no_such_step");
  CHECK(refusals_of([&] {
          host.note(0, 0, {MonitoringHost::date("2026-04-01"), ""});
        }) == " action_plan.no_such_step");
  CHECK(refusals_of([&] {
          host.note(0, 1, {{}, std::string(registry::kLongestStepText + 1, 'x')});
        }) == "/explanation monitoring.long_text");
}

TEST_CASE("A plan is changed as it was read") {
  MonitoringHost host;
  const auto read = host.plan(0, {host.step("Latih", "2026-01", "2026-03")});
  host.note(0, 1, {{}, "Menunggu anggaran"});
  CHECK(refusals_of([&] {
          registry::put_action_plan(host.environment, insider(), host.place(0), {}, read.revision);
        }) == " action_plan.changed_since");
  CHECK(refusals_of([&] {
          registry::put_action_plan(host.environment, insider(), host.place(0), {}, 0);
        }) == " action_plan.changed_since");
}

TEST_CASE("Planners write plans, the lead or the step's organisation notes what became of it") {
  MonitoringHost host;
  auto step = host.step("Latih", "2026-01", "2026-03");
  step.organisation = host.organisations[2];
  host.plan(0, {step});
  const auto note = [&](std::size_t organisation) {
    return refusals_of([&] {
      registry::note_step(
          host.environment,
          account(catalogue::Role::kContributor, "13.11", host.organisations[organisation]),
          host.place(0), 1, {{}, "Menunggu " + std::to_string(organisation)},
          host.plan(0).revision);
    });
  };
  CHECK(note(0) == "");  // leads
  CHECK(note(2) == "");  // takes the step
  CHECK(note(1) == " rights.report");
  CHECK(host.plan(0).plan.steps[0].explanation == "Menunggu 2");
  CHECK(refusals_of([&] {
          registry::put_action_plan(
              host.environment,
              account(catalogue::Role::kContributor, "13.11", host.organisations[0]), host.place(0),
              {}, host.plan(0).revision);
        }) == " rights.choose");
}

TEST_CASE("Who stays in an amended set keeps the plan, of who left it is read, not changed") {
  MonitoringHost host;
  host.plan(0, {host.step("Latih", "2026-01", "2026-03")});
  host.plan(1, {host.step("Beli", "2026-01", "2026-03")});
  const auto left = host.place(1);
  const auto stayed_then = host.place(0);
  host.amend_set();
  CHECK(host.plan(0).plan.steps[0].name == "Latih");
  CHECK(host.plan(0).of.now);
  CHECK(host.plan(3).plan.steps.empty());
  const auto old = registry::action_plan(host.environment, insider(), left);
  CHECK(old.plan.steps[0].name == "Beli");
  CHECK_FALSE(old.of.now);
  CHECK(old.late == std::vector<bool>{false});  // nobody waits for it any more
  for (const auto& place : {left, stayed_then}) {
    CHECK(refusals_of([&] {
            registry::note_step(host.environment, insider(), place, 1, {{}, "x"}, 0);
          }) == " quick_win.amended");
  }
}
