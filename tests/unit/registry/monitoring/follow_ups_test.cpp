#include "pilah/registry/monitoring/follow_ups.hpp"

#include "monitoring_host.hpp"
#include "pilah/registry/notifications/inbox.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::FollowUpState;

namespace {

registry::Caller in_role(const MonitoringHost& host, catalogue::Role role,
                         std::optional<catalogue::OrganisationId> organisation) {
  registry::Caller caller;
  catalogue::AccountId account;
  account.uuid.bytes[0] = static_cast<std::uint8_t>(static_cast<int>(role) + 1);
  caller.actor = account.text();
  caller.account = account;
  caller.grants = {{role, host.region, organisation}};
  return caller;
}

/// "state text" of each, a line each.
std::string list_of(MonitoringHost& host, std::optional<FollowUpState> state = {}) {
  std::string lines;
  for (const auto& entry : registry::follow_ups(host.environment, insider(), host.region, state)) {
    lines += std::string(lines.empty() ? "" : "\n") + std::string(registry::name_of(entry.state)) +
             " " + entry.follow_up.text;
  }
  return lines;
}

}  // namespace

TEST_CASE("Recommendations of others and what follows from a report are one list") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 40);
  const auto recommended = host.raise(host.recommendation("Percepat", "2026-06-30"));
  CHECK(recommended.follow_up.raised_on == MonitoringHost::date("2026-04-10"));
  CHECK(recommended.of->name == "Antrean Daring Kabupaten");
  auto followed = host.recommendation("Tambah petugas", "2026-05-31");
  followed.source = catalogue::FollowUpSource::kReport;
  followed.from.clear();
  followed.period = period.period.id;
  followed.owner.reset();
  const auto own = host.raise(followed);
  CHECK(own.follow_up.owner == host.organisations[0]);  // the lead
  CHECK(own.period_name == "Triwulan I");
  CHECK(list_of(host) == "open Tambah petugas\nopen Percepat");
}

TEST_CASE("It is open, then late, then late and explained, then done") {
  MonitoringHost host;
  const auto entry = host.raise(host.recommendation("Percepat", "2026-04-30"));
  host.today = "2026-04-30";
  CHECK(list_of(host) == "open Percepat");
  host.today = "2026-05-01";
  CHECK(list_of(host) == "late Percepat");
  CHECK(host.late() == "follow-up Antrean Daring Kabupaten: Percepat");
  host.answer(entry, {"", {}, "Menunggu lelang"});
  CHECK(list_of(host) == "explained Percepat");
  CHECK(list_of(host, FollowUpState::kLate) == "");
  host.answer(entry, {"Lelang selesai", MonitoringHost::date("2026-05-01"), ""});
  CHECK(list_of(host, FollowUpState::kDone) == "done Percepat");
  CHECK(host.late() == "was follow-up Antrean Daring Kabupaten: Percepat (Menunggu lelang)");
}

TEST_CASE("What is done says what was done, once, on a day that has come") {
  MonitoringHost host;
  const auto entry = host.raise(host.recommendation("Percepat", "2026-04-30"));
  CHECK(refusals_of([&] {
          host.answer(entry, {"", MonitoringHost::date("2026-04-11"), ""});
        }) == "/answer follow_up.bad_text\n/done_on monitoring.no_day");
  host.answer(entry, {"Berjalan", {}, ""});
  host.answer(entry, {"", MonitoringHost::date("2026-04-10"), ""});
  CHECK(refusals_of([&] { host.answer(entry, {"Lagi", {}, ""}); }) == " follow_up.done_already");
  const auto other = host.raise(host.recommendation("Percepat", "2026-04-30"));
  CHECK(refusals_of([&] {
          registry::answer_follow_up(host.environment, insider(), host.region, other.follow_up.id,
                                     {"Ya", {}, ""}, other.revision - 1);
        }) == " follow_up.changed_since");
  CHECK(refusals_of([&] { registry::follow_up(host.environment, insider(), host.region, {}); }) ==
        " follow_up.not_found");
}

TEST_CASE("What is missing when it is raised is told all at once") {
  MonitoringHost host;
  registry::NewFollowUp empty;
  CHECK(refusals_of([&] { host.raise(empty); }) ==
        "/text follow_up.bad_text\n"
        "/due monitoring.whole_day\n"
        "/owner follow_up.no_owner\n"
        "/period follow_up.of_no_report");
  auto nobody = host.recommendation("Percepat", "2026-04-30");
  nobody.from.clear();
  nobody.owner = catalogue::OrganisationId{};
  CHECK(refusals_of([&] { host.raise(nobody); }) ==
        "/from follow_up.bad_text\n/owner panel.no_such_organisation");
  auto unreported = host.recommendation("Percepat", "2026-04-30");
  unreported.source = catalogue::FollowUpSource::kReport;
  unreported.period = host.first_quarter().period.id;
  CHECK(refusals_of([&] { host.raise(unreported); }) == "/period follow_up.of_no_report");
}

TEST_CASE("Its owner is told, answers, and is waited for until it is done") {
  MonitoringHost host;
  const auto owner = in_role(host, catalogue::Role::kContributor, host.organisations[0]);
  const auto other = in_role(host, catalogue::Role::kHeadOfOrganisation, host.organisations[1]);
  const auto inbox = [&](const registry::Caller& caller) {
    return registry::inbox(host.environment, caller, host.region, {}).notifications.size();
  };
  const auto entry = host.raise(host.recommendation("Percepat", "2026-04-30"));
  CHECK(inbox(owner) == 1);
  CHECK(inbox(other) == 0);
  const auto answer = [&](const registry::Caller& caller) {
    return refusals_of([&] {
      registry::answer_follow_up(host.environment, caller, host.region, entry.follow_up.id,
                                 {"Selesai", MonitoringHost::date("2026-04-10"), ""},
                                 entry.revision);
    });
  };
  CHECK(answer(other) == " rights.report");
  CHECK(answer(owner) == "");
  CHECK(inbox(owner) == 0);
}

TEST_CASE("Who reports raises what follows from the report, and recommends nothing") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 40);
  auto asked = host.recommendation("Tambah petugas", "2026-05-31");
  const auto raise_as = [&](std::size_t organisation) {
    return refusals_of([&] {
      registry::raise_follow_up(
          host.environment,
          in_role(host, catalogue::Role::kContributor, host.organisations[organisation]),
          host.region, asked);
    });
  };
  CHECK(raise_as(0) == " rights.choose");
  asked.source = catalogue::FollowUpSource::kReport;
  asked.period = period.period.id;
  CHECK(raise_as(0) == "");
  CHECK(raise_as(1) == " rights.report");
}

TEST_CASE("What was recommended of a candidate that left is still its owner's to do") {
  MonitoringHost host;
  auto asked = host.recommendation("Serahkan aset", "2026-04-12");
  asked.candidate = host.id(1);
  const auto entry = host.raise(asked);
  host.amend_set();
  host.today = "2026-04-13";
  CHECK(host.late() == "follow-up Antrean Daring Kabupaten: Serahkan aset");
  host.answer(entry, {"Sudah diserahkan", MonitoringHost::date("2026-04-13"), "Lupa"});
  CHECK(list_of(host) == "done Serahkan aset");
}
