// What a membership entitles to, and only while its decree's term runs.
#include "pilah/registry/teams/memberships.hpp"

#include "pilah/registry/intake/innovation_text.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/mapping/area_mapping.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/people/tokens.hpp"
#include "pilah/registry/search/innovation_list.hpp"
#include "pilah/registry/workflow/review.hpp"
#include "support/catch.hpp"
#include "team_host.hpp"

using namespace pilah;
using catalogue::TeamKind;
using registry::Deed;
using tests::insider;
using tests::refusals_of;
using tests::TeamHost;

namespace {

struct Member : TeamHost {
  registry::DecreeEntry decree_ = note("188.45/1");

  registry::Caller member(TeamKind kind) {
    set_up(kind, decree_, {"ani"});
    return as("ani");
  }
  std::size_t listed(const registry::Caller& caller) {
    return registry::innovations(environment, caller, region, {}).innovations.size();
  }
  bool sees_inside(const registry::Caller& caller, catalogue::InnovationId id) {
    return refusals_of([&] { registry::review(environment, caller, id); }).empty();
  }
};

}  // namespace

TEST_CASE("A member of a working group sees, comments and maps what is of its dimension") {
  Member host;
  const auto ani = host.member(TeamKind::kWorkingGroup);
  CHECK(host.sees_inside(ani, host.posyandu));
  CHECK(host.sees_inside(ani, host.clinic));
  CHECK_FALSE(host.sees_inside(ani, host.waste));
  CHECK(host.listed(ani) == 2);
  CHECK(host.listed(host.as("budi")) == 0);
  CHECK(registry::innovation_text(host.environment, ani, host.clinic).view.empty());
  CHECK(registry::innovation(host.environment, ani, host.clinic).view.empty());
  registry::comment(host.environment, ani, host.posyandu, "", "Sudah jalan di mana?");
  CHECK(refusals_of([&] { registry::comment(host.environment, ani, host.waste, "", "Apa?"); }) ==
        " rights.comment");
  registry::confirm_area(host.environment, ani, host.posyandu, "mobility");
  CHECK(refusals_of([&] { registry::confirm_area(host.environment, ani, host.waste, "health"); }) ==
        " rights.map");
}

TEST_CASE("What waits to be confirmed in its dimension a working group confirms") {
  Member host;
  const auto ani = host.member(TeamKind::kWorkingGroup);
  CHECK_FALSE(host.sees_inside(ani, host.suggested));
  registry::confirm_area(host.environment, ani, host.suggested, "health");
  CHECK(host.sees_inside(ani, host.suggested));
}

TEST_CASE("A member of a working group sees nothing whole of the region beside it") {
  Member host;
  const auto ani = host.member(TeamKind::kWorkingGroup);
  CHECK_FALSE(may(ani, Deed::kReadInternal, {host.region, {}}));
  CHECK(may_somewhere(ani, Deed::kReadInternal, host.region));
  CHECK_FALSE(
      may(ani, Deed::kReadInternal, {*catalogue::RegionCode::parse("13.11"), {}, {"health"}}));
}

TEST_CASE("The executing team sees everything of the region and comments, the council reads") {
  for (const auto kind : {TeamKind::kExecutingTeam, TeamKind::kCouncil}) {
    Member host;
    const auto ani = host.member(kind);
    CHECK(host.listed(ani) == 4);
    CHECK(host.sees_inside(ani, host.waste));
    CHECK(may(ani, Deed::kComment, {host.region, {}}) == (kind == TeamKind::kExecutingTeam));
    CHECK_FALSE(may(ani, Deed::kMap, {host.region, {}, {"health"}}));
    CHECK_FALSE(may(ani, Deed::kChoose, {host.region, {}}));
  }
}

TEST_CASE("Behind the decree's term a membership gives nothing, and the refusal names it") {
  Member host;
  host.member(TeamKind::kWorkingGroup);
  host.today = "2027-01-01";
  const auto ani = host.as("ani");
  CHECK(host.listed(ani) == 0);
  CHECK(refusals_of([&] {
          registry::confirm_area(host.environment, ani, host.posyandu, "health");
        }) == " rights.map\n team.decree.over");
  CHECK(refusals_of([&] { registry::decrees(host.environment, ani, host.region); }) ==
        " rights.read_internal\n team.decree.over");
  // It would not have allowed this one, so it is no reason.
  CHECK(refusals_of([&] { registry::confirm_area(host.environment, ani, host.waste, "waste"); }) ==
        " rights.map");
}

TEST_CASE("Before the decree begins a membership gives nothing yet") {
  Member host;
  host.member(TeamKind::kCouncil);
  host.today = "2025-12-31";
  CHECK(refusals_of([&] { registry::decrees(host.environment, host.as("ani"), host.region); }) ==
        " rights.read_internal\n team.decree.not_begun");
}

TEST_CASE("A renewed decree goes on with the membership") {
  Member host;
  host.member(TeamKind::kCouncil);
  auto next = host.decree("188.45/2");
  next.from = tests::day("2027-01-01");
  next.to = tests::day("2028-12-31");
  next.replaces = host.decree_.decree.id;
  host.note(next);
  host.today = "2026-12-31";
  CHECK(host.listed(host.as("ani")) == 4);
  host.today = "2027-01-01";
  CHECK(host.listed(host.as("ani")) == 4);
}

TEST_CASE("A token carries roles alone, not what a membership gives") {
  Member host;
  const auto ani = host.member(TeamKind::kCouncil);
  const auto token = registry::add_token(host.environment, ani, {"Skrip"});
  const auto by_token = registry::caller_of_token(host.environment, token.secret);
  REQUIRE(by_token);
  CHECK(by_token->memberships.empty());
  CHECK(host.listed(*by_token) == 0);
}

TEST_CASE("A refusal names the teams that could, and those of the caller that count") {
  Member host;
  const auto ani = host.member(TeamKind::kWorkingGroup);
  try {
    require(ani, Deed::kReadInternal, {host.region, {}});
    FAIL("it was allowed");
  } catch (const catalogue::Refusal& refusal) {
    const auto& arguments = refusal.messages().front().arguments;
    CHECK(arguments[1].second.find("executing-team") != std::string::npos);
    CHECK(arguments[2].second == "reader, Tim");
  }
}
