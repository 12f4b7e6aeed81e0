#include "pilah/registry/teams/teams.hpp"

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/documents/team.hpp"
#include "support/catch.hpp"
#include "team_host.hpp"

using namespace pilah;
using catalogue::TeamKind;
using tests::day;
using tests::insider;
using tests::refusals_of;
using tests::TeamHost;

namespace {

registry::NewTeam group(const std::string& name, const std::string& dimension) {
  registry::NewTeam asked;
  asked.name = name;
  asked.dimension = dimension;
  return asked;
}

registry::TeamEntry add(TeamHost& host, const registry::NewTeam& asked) {
  return registry::add_team(host.environment, insider(), host.region, asked);
}

registry::NewTeamMember named(const std::string& name) {
  registry::NewTeamMember member;
  member.name = name;
  return member;
}

}  // namespace

TEST_CASE("Council, executing team and working groups come by one way in, in that order") {
  TeamHost host;
  add(host, group("Pokja Lingkungan", "smart-environment"));
  add(host, group("Pokja Hidup", "smart-living"));
  const auto decree = host.note("1");
  host.set_up(TeamKind::kExecutingTeam, decree);
  host.set_up(TeamKind::kCouncil, decree);
  const auto all = registry::teams(host.environment, insider(), host.region);
  REQUIRE(all.size() == 4);
  CHECK(all[0].team.kind == TeamKind::kCouncil);
  CHECK(all[1].team.kind == TeamKind::kExecutingTeam);
  CHECK(all[2].team.name == "Pokja Hidup");
  CHECK(all[2].innovations == 2);
  CHECK_FALSE(all[0].innovations);
  CHECK(registry::teams(host.environment, insider(), host.region, TeamKind::kCouncil).size() == 1);
}

TEST_CASE("A working group has the list of what touches its dimension, other teams have none") {
  TeamHost host;
  const auto living = add(host, group("Pokja Hidup", "smart-living"));
  const auto list = [&](const registry::TeamEntry& team, const registry::Caller& caller) {
    return registry::list_of_group(host.environment, caller, host.region, team.team.id);
  };
  CHECK(list(living, insider()).size() == 2);
  CHECK(list(living, registry::Caller::anonymous()).empty());
  const auto council = host.set_up(TeamKind::kCouncil, host.note("1"));
  CHECK(refusals_of([&] { list(council, insider()); }) == " team.not_found");
}

TEST_CASE("A wrong team is refused with all that is wrong, each in its place") {
  TeamHost host;
  const auto before = host.revision();
  auto asked = group("", "smart");
  asked.members = {named(""), named("Ani")};
  asked.members[1].account = "nobody";
  CHECK(refusals_of([&] { add(host, asked); }) ==
        "/name team.name_missing\n/dimension innovation.unknown_dimension\n"
        "/members/0/name team.member_name\n/members/1/account people.account_not_found");
  asked = group("Dewan", "smart-living");
  asked.kind = TeamKind::kCouncil;
  CHECK(refusals_of([&] { add(host, asked); }) == "/dimension team.has_no_dimension");
  asked = group("Panel", "");
  asked.kind = TeamKind::kPanel;
  CHECK(refusals_of([&] { add(host, asked); }) == "/kind team.is_panel");
  CHECK(refusals_of([&] {
          registry::add_team(host.environment, host.as("ani"), host.region,
                             group("Pokja", "smart-living"));
        }) == " rights.choose");
  CHECK(host.revision() == before);
}

TEST_CASE("Nothing is set up under a decree whose term is over, and the sentence says so") {
  TeamHost host;
  const auto decree = host.note("1");
  const auto team = host.set_up(TeamKind::kCouncil, decree, {"ani"});
  host.today = "2027-01-01";
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.set_up(TeamKind::kCouncil, decree); }) == "/decree decree.over");
  CHECK(refusals_of([&] {
          registry::add_team_members(host.environment, insider(), host.region, team.team.id,
                                     {named("Dedi")}, team.revision);
        }) == " team.decree.over");
  CHECK(refusals_of([&] { host.give(team, "2027-02-01"); }) == " team.decree.over");
  CHECK(host.revision() == before);
}

TEST_CASE("A team goes on under a further decree that it is put under") {
  TeamHost host;
  const auto team = host.set_up(TeamKind::kCouncil, host.note("1"));
  host.today = "2027-01-01";
  auto later = host.decree("2");
  later.to = day("2028-12-31");
  const auto decree = host.note(later);
  const auto changed = registry::change_team(
      host.environment, insider(), host.region, team.team.id,
      {{"decree", decree.decree.id.text()}, {"name", "Dewan"}}, team.revision);
  CHECK_FALSE(changed.why_not);
  CHECK(changed.team.decrees.size() == 2);
  CHECK(changed.team.name == "Dewan");
  CHECK(refusals_of([&] {
          registry::change_team(host.environment, insider(), host.region, team.team.id,
                                {{"kind", "council"}}, changed.revision);
        }) == "/kind json.unknown_key");
  CHECK(refusals_of([&] {
          registry::change_team(host.environment, insider(), host.region, team.team.id,
                                {{"name", "X"}}, team.revision);
        }) == " team.changed_since");
}

TEST_CASE("Members join with or without an account, once each, and leave") {
  TeamHost host;
  const auto team = host.set_up(TeamKind::kExecutingTeam, host.note("1"), {"ani"});
  CHECK(team.members[0].name == "Nama ani");
  auto member = named("Dedi");
  member.duty = "ketua";
  member.organisation = host.clean;
  const auto joined = registry::add_team_members(host.environment, insider(), host.region,
                                                 team.team.id, {member}, team.revision);
  REQUIRE(joined.members.size() == 2);
  CHECK(joined.members[1].organisation == "Dinas DLH");
  CHECK(joined.team.members[1].duty == "ketua");
  auto again = named("");
  again.account = "ani";
  CHECK(refusals_of([&] {
          registry::add_team_members(host.environment, insider(), host.region, team.team.id,
                                     {again}, joined.revision);
        }) == "/members/0 team.member_twice");
  const auto left =
      registry::remove_team_member(host.environment, insider(), host.region, team.team.id,
                                   joined.team.members[0].person, joined.revision);
  CHECK(left.members.size() == 1);
  CHECK(host.as("ani").memberships.empty());
  CHECK(refusals_of([&] {
          registry::remove_team_member(host.environment, insider(), host.region, team.team.id,
                                       joined.team.members[0].person, left.revision);
        }) == " team.no_such_member");
}

TEST_CASE("Members are shown to whoever sees the region, and to one another") {
  TeamHost host;
  const auto team = host.set_up(TeamKind::kWorkingGroup, host.note("1"), {"ani"});
  const auto members = [&](const registry::Caller& caller) {
    return registry::team(host.environment, caller, host.region, team.team.id).members.size();
  };
  CHECK(members(tests::account(catalogue::Role::kMentor, "62.02")) == 1);
  CHECK(members(host.as("ani")) == 1);
  CHECK(members(host.as("budi")) == 0);
  CHECK(members(registry::Caller::anonymous()) == 0);
  host.today = "2027-01-01";
  CHECK(members(host.as("ani")) == 0);
}

TEST_CASE("A team that was kept before decrees were records is still read, and gives no rights") {
  TeamHost host;
  const auto kept = boost::json::parse(R"({"id": "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
      "region": "62.02", "kind": "working-group", "name": "Pokja lama", "decree": "188.45/12/2024",
      "dimension": "smart-living"})");
  const auto team = catalogue::from_json<catalogue::Team>(kept);
  host.put([&](store::Writer& writer) { writer.put(team, "added"); });
  const auto all = registry::teams(host.environment, insider(), host.region);
  REQUIRE(all.size() == 1);
  CHECK(all[0].team.decree == "188.45/12/2024");
  REQUIRE(all[0].why_not);
  CHECK(all[0].why_not->kind == "team.no_decree");
  CHECK(registry::team_document(all[0]).at("counts") == false);
}

TEST_CASE("A term of a team's own narrows that of its decree") {
  TeamHost host;
  registry::NewTeam asked;
  asked.kind = TeamKind::kCouncil;
  asked.name = "Dewan";
  asked.decree = host.note("1").decree.id;
  asked.to = day("2026-06-30");
  const auto team = add(host, asked);
  CHECK_FALSE(team.why_not);
  host.today = "2026-07-01";
  REQUIRE(host.now(team).why_not);
  CHECK(host.now(team).why_not->kind == "team.not_its_term");
}
