#include "pilah/registry/monitoring/periods.hpp"

#include "monitoring_host.hpp"
#include "pilah/registry/notifications/inbox.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// Who reports for organisation number `organisation`, with an account of their own.
registry::Caller petugas(const MonitoringHost& host, std::size_t organisation) {
  registry::Caller caller;
  catalogue::AccountId account;
  account.uuid.bytes[0] = static_cast<std::uint8_t>(organisation + 1);
  caller.actor = account.text();
  caller.account = account;
  caller.grants = {{catalogue::Role::kContributor, host.region, host.organisations[organisation]}};
  return caller;
}

std::string inbox_of(MonitoringHost& host, std::size_t organisation) {
  std::string told;
  const auto inbox =
      registry::inbox(host.environment, petugas(host, organisation), host.region, {});
  for (const auto& each : inbox.notifications) {
    told += (told.empty() ? "" : " ") + each.told.kind;
    for (const auto& [name, value] : each.told.arguments) {
      if (name == "count") told += "=" + value;
    }
  }
  return told;
}

}  // namespace

TEST_CASE("A period is planned, opened and closed, each once") {
  MonitoringHost host;
  const auto period = host.first_quarter();
  CHECK(period.period.state == catalogue::PeriodState::kPlanned);
  CHECK(period.waiting.empty());
  CHECK(refusals_of([&] { host.close(period); }) == " monitoring.not_open");
  const auto opened = host.open(period);
  CHECK(opened.period.opened_on == MonitoringHost::date("2026-04-10"));
  CHECK(opened.waiting.size() == 3);
  CHECK(refusals_of([&] { host.open(period); }) == " monitoring.begun");
  CHECK(host.close(period).period.closed_on == MonitoringHost::date("2026-04-10"));
  const auto revision = host.revision();
  CHECK(refusals_of([&] { host.close(period); }) == " monitoring.closed_already");
  CHECK(refusals_of([&] { host.open(period); }) == " monitoring.begun");
  CHECK(host.revision() == revision);
}

TEST_CASE("A period needs a name of its own and whole days in their order") {
  MonitoringHost host;
  host.first_quarter();
  catalogue::MonitoringPeriod empty;
  empty.region = host.region;
  CHECK(refusals_of([&] { registry::add_period(host.environment, insider(), empty); }) ==
        "/name monitoring.bad_name\n"
        "/from monitoring.whole_day\n"
        "/to monitoring.whole_day\n"
        "/due monitoring.whole_day");
  CHECK(refusals_of([&] {
          host.add_period("TRIWULAN  i", "2026-04-01", "2026-03-01", "2026-02-01");
        }) == "/to monitoring.ends_early\n/due monitoring.due_early\n/name monitoring.name_twice");
  CHECK(refusals_of([&] {
          host.add_period("TRIWULAN  i", "2026-04-01", "2026-06-30", "2026-07-15");
        }) == "/name monitoring.name_twice");
}

TEST_CASE("Its dates change while it is planned, never afterwards") {
  MonitoringHost host;
  const auto period = host.first_quarter();
  const auto changed =
      registry::change_period(host.environment, insider(), host.region, period.period.id,
                              {{"due", "2026-04-30"}, {"state", "closed"}}, period.revision);
  CHECK(changed.period.due == MonitoringHost::date("2026-04-30"));
  CHECK(changed.period.state == catalogue::PeriodState::kPlanned);
  const auto change = [&](std::int64_t revision) {
    return refusals_of([&] {
      registry::change_period(host.environment, insider(), host.region, period.period.id,
                              {{"due", "2026-05-30"}}, revision);
    });
  };
  CHECK(change(period.revision) == " monitoring.changed_since");
  CHECK(change(host.open(period).revision) == " monitoring.begun");
}

TEST_CASE("Opening tells those in the lead, a reminder reaches those alone who have not reported") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  CHECK(inbox_of(host, 0) == "notification.period-opened=3");
  CHECK(inbox_of(host, 2) == "");
  host.report(period, 0, 40);
  host.report(period, 2, 10);
  const auto reminded =
      registry::remind_of_period(host.environment, insider(), {host.region, period.period.id, {}});
  CHECK(reminded.period.reminded_on == std::vector{MonitoringHost::date("2026-04-10")});
  CHECK(inbox_of(host, 0) == "notification.report-due=1 notification.period-opened=1");
  host.report(period, 1, 20);
  CHECK(inbox_of(host, 0) == "");  // who has reported is waited for no more
}

TEST_CASE("A reminder is sent once a day, of a period that is open and that somebody owes") {
  MonitoringHost host;
  const auto period = host.first_quarter();
  const auto remind = [&] {
    return refusals_of([&] {
      registry::remind_of_period(host.environment, insider(), {host.region, period.period.id, {}});
    });
  };
  CHECK(remind() == " monitoring.not_open");
  host.open(period);
  CHECK(remind() == "");
  CHECK(remind() == " monitoring.reminded_today");
  host.today = "2026-04-11";
  CHECK(remind() == "");
  for (std::size_t entry = 0; entry < 3; ++entry) host.report(period, entry, 10);
  CHECK(remind() == " monitoring.all_reported");
  host.close(period);
  CHECK(remind() == " monitoring.closed_already");
}

TEST_CASE("Closing keeps who had not reported, whoever comes into the set later") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 40);
  CHECK(host.close(period).period.not_reported.size() == 2);
  host.amend_set();
  std::vector<std::string> waiting;
  for (const auto& one : host.present(period).waiting) {
    waiting.push_back(one.undertaking.candidate);
  }
  CHECK(waiting == std::vector{host.id(1), host.id(2)});
}

TEST_CASE("There is nothing to open before something was adopted") {
  QuickWinHost host;
  catalogue::MonitoringPeriod made;
  made.region = host.region;
  made.name = "Triwulan I";
  made.from = MonitoringHost::date("2026-01-01");
  made.to = made.due = MonitoringHost::date("2026-03-31");
  const auto id = registry::add_period(host.environment, insider(), made).period.id;
  CHECK(refusals_of([&] {
          registry::open_period(host.environment, insider(), {host.region, id, {}});
        }) == " monitoring.nobody_supervised");
}
