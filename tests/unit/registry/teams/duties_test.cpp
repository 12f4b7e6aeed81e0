#include "pilah/registry/teams/duties.hpp"

#include "pilah/registry/notifications/inbox.hpp"
#include "support/catch.hpp"
#include "team_host.hpp"

using namespace pilah;
using catalogue::TeamKind;
using tests::day;
using tests::insider;
using tests::refusals_of;
using tests::TeamHost;

namespace {

/// A working group of Ani and Budi.
struct Group : TeamHost {
  registry::TeamEntry team = set_up(TeamKind::kWorkingGroup, note("1"), {"ani", "budi"});
  catalogue::PersonId ani = team.team.members[0].person;

  registry::DutyEntry finish(const registry::DutyEntry& duty, const registry::Caller& caller,
                             const registry::DutyDone& done = {}) {
    return registry::finish_duty(environment, caller, region, duty.duty.id, done, duty.revision);
  }
  std::vector<std::string> inbox(const std::string& login) {
    std::vector<std::string> kinds;
    for (const auto& told : registry::inbox(environment, as(login), region, {}).duties) {
      kinds.push_back(told.kind);
    }
    return kinds;
  }
};

}  // namespace

TEST_CASE("A duty is late from the day behind the one on which it was due") {
  Group host;
  host.give(host.team, "2026-06-14");
  host.give(host.team, "2026-06-15");
  const auto all = registry::duties(host.environment, insider(), host.region);
  REQUIRE(all.size() == 2);
  CHECK(all[0].late);
  CHECK_FALSE(all[1].late);
  const auto late = registry::duties(host.environment, insider(), host.region, {true, false, {}});
  REQUIRE(late.size() == 1);
  CHECK(late[0].duty.due == day("2026-06-14"));
}

TEST_CASE("Whoever has a duty sees it in the inbox until it is done") {
  Group host;
  const auto own = host.give(host.team, "2026-06-01", host.ani);
  host.give(host.team, "2026-07-01");
  CHECK(host.inbox("ani") ==
        std::vector<std::string>{"notification.duty_late", "notification.duty"});
  CHECK(host.inbox("budi") == std::vector<std::string>{"notification.duty"});
  CHECK(host.inbox("citra").empty());
  host.finish(own, host.as("ani"));
  CHECK(host.inbox("ani") == std::vector<std::string>{"notification.duty"});
  host.today = "2027-01-01";  // the decree's term is over
  CHECK(host.inbox("ani").empty());
}

TEST_CASE("A member notes that a duty is done: the own, or the team's, a planner any") {
  Group host;
  const auto own = host.give(host.team, "2026-07-01", host.ani);
  const auto teams = host.give(host.team, "2026-07-01");
  CHECK(refusals_of([&] { host.finish(own, host.as("budi")); }) == " duty.of_another");
  CHECK(refusals_of([&] {
          host.finish(teams, host.as("budi"), {{}, host.ani});
        }) == "/by duty.by_another");
  CHECK(refusals_of([&] { host.finish(teams, host.as("citra")); }) == " rights.do_duties");
  CHECK(refusals_of([&] { host.finish(teams, insider()); }) == "/by duty.by_whom");
  const auto done = host.finish(teams, host.as("budi"));
  CHECK(done.done_by == "Nama budi");
  CHECK(done.duty.done_on == day("2026-06-15"));
  CHECK(refusals_of([&] { host.finish(done, host.as("budi")); }) == " duty.done_already");
  const auto by_planner =
      host.finish(own, tests::account(catalogue::Role::kPlanner, "62.02"), {day("2026-06-10"), {}});
  CHECK(by_planner.done_by == "Nama ani");
  CHECK(by_planner.duty.done_on == day("2026-06-10"));
}

TEST_CASE("A duty is not done tomorrow, nor on half a date") {
  Group host;
  const auto duty = host.give(host.team, "2026-07-01", host.ani);
  CHECK(refusals_of([&] {
          host.finish(duty, insider(), {day("2026-06-16"), {}});
        }) == "/on decree.no_day");
  CHECK(refusals_of([&] {
          host.finish(duty, insider(), {day("2026-06"), {}});
        }) == "/on decree.no_day");
}

TEST_CASE("A member whose decree is over is told so, and nothing is changed") {
  Group host;
  const auto duty = host.give(host.team, "2026-07-01");
  host.today = "2027-01-01";
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.finish(duty, host.as("ani")); }) ==
        " rights.do_duties\n team.decree.over");
  CHECK(host.revision() == before);
}

TEST_CASE("Members see the duties of their teams, others none, who sees the region all") {
  Group host;
  const auto duty = host.give(host.team, "2026-07-01", host.ani);
  host.give(host.set_up(TeamKind::kCouncil, host.note("2")), "2026-07-01");
  const auto seen = [&](const registry::Caller& caller) {
    return registry::duties(host.environment, caller, host.region).size();
  };
  CHECK(seen(insider()) == 2);
  CHECK(seen(host.as("budi")) == 1);
  CHECK(seen(host.as("citra")) == 0);
  CHECK(refusals_of([&] { seen(registry::Caller::anonymous()); }) == " rights.read_internal");
  const auto read = [&](const registry::Caller& caller) {
    return registry::duty(host.environment, caller, host.region, duty.duty.id).own;
  };
  CHECK(read(host.as("ani")));
  CHECK_FALSE(read(host.as("budi")));
  CHECK(refusals_of([&] { read(host.as("citra")); }) == " rights.do_duties");
}

TEST_CASE("A duty is given to a member of its team, with a text and a day") {
  Group host;
  const auto before = host.revision();
  const auto other = host.note("2").decree.signed_by;
  const auto give = [&](const registry::NewDuty& asked) {
    registry::add_duty(host.environment, insider(), host.region, asked);
  };
  CHECK(refusals_of([&] {
          give({"", host.team.team.id, other, day("2026-07")});
        }) == "/text duty.bad_text\n/due duty.no_day\n/person team.no_such_member");
  CHECK(refusals_of([&] {
          give({"Apa", {host.environment.new_uuid()}, {}, day("2026-07-01")});
        }) == "/team team.not_found");
  registry::NewTeam without;
  without.name = "Pokja";
  without.dimension = "smart-economy";
  const auto unsigned_team =
      registry::add_team(host.environment, insider(), host.region, without).team.id;
  CHECK(refusals_of([&] {
          give({"Apa", unsigned_team, {}, day("2026-07-01")});
        }) == " team.no_decree");
  CHECK(registry::duties(host.environment, insider(), host.region).empty());
  CHECK(host.revision() > before);
}

TEST_CASE("An open duty is changed, when its member leaves it is the team's") {
  Group host;
  const auto duty = host.give(host.team, "2026-07-01", host.ani);
  const auto change = [&](const boost::json::object& patch, std::int64_t revision) {
    return registry::change_duty(host.environment, insider(), host.region, duty.duty.id, patch,
                                 revision);
  };
  const auto changed = change({{"due", "2026-08-01"}}, duty.revision);
  CHECK(changed.duty.due == day("2026-08-01"));
  CHECK(changed.person == "Nama ani");
  CHECK(refusals_of([&] {
          change({{"due", "2026-09-01"}}, duty.revision);
        }) == " duty.changed_since");
  registry::remove_team_member(host.environment, insider(), host.region, host.team.team.id,
                               host.ani, host.now(host.team).revision);
  const auto left = registry::duty(host.environment, insider(), host.region, duty.duty.id);
  CHECK_FALSE(left.duty.person);
  host.finish(left, host.as("budi"));
  CHECK(refusals_of([&] { change({{"text", "Lain"}}, 0); }) == " duty.done_already");
}
