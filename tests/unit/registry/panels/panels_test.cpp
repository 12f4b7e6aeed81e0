#include "pilah/registry/panels/panels.hpp"

#include "panel_host.hpp"
#include "pilah/registry/choice/catalogue_view.hpp"
#include "pilah/registry/panels/panel_scores.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE("A panel judges the verified entries, on the region's criteria, unless it names others") {
  PanelHost host;
  auto asked = host.usual();
  asked.criteria.clear();
  const auto all = host.open(asked);
  CHECK(all.panel.entries.size() == 4);
  CHECK(all.panel.criteria.size() == 6);
  CHECK(all.panel.criteria[0].steps.size() == 5);
  asked.criteria = {"felt"};
  asked.entries = {host.entries[2]};
  const auto one = host.open(asked);
  CHECK(one.panel.entries == asked.entries);
  CHECK(one.panel.criteria[0].key == "felt");
  CHECK(registry::panels(host.environment, insider(), host.region)[0].panel.id == one.panel.id);
}

TEST_CASE("The panel of a frozen round judges the entries as they were then") {
  PanelHost host;
  catalogue::Round round;
  round.id = {host.environment.new_uuid()};
  round.region = host.region;
  round.name = "Bimtek III";
  round.frozen_revision = host.revision();
  host.put([&](store::Writer& writer) { writer.put(round, "added"); });
  host.add("Terlambat", host.organisations[0]);
  auto asked = host.usual();
  CHECK(host.open(asked).panel.entries.size() == 5);
  asked.round = round.id;
  CHECK(host.open(asked).panel.entries.size() == 4);
}

TEST_CASE("A panel can bring its own scale, which must be described in full") {
  PanelHost host;
  auto asked = host.usual();
  asked.criteria = {"courage"};
  const catalogue::Wording words{"kata", "words"};
  asked.scales = {{"courage", words, {words, words, words, words, words}}};
  CHECK(host.open(asked).panel.criteria == asked.scales);
  asked.scales[0].steps.pop_back();
  CHECK(refusals_of([&] { host.open(asked); }) == "/scales/0 panel.scale_not_described");
}

TEST_CASE("All that is wrong with a new panel is told at once, and nothing is kept") {
  PanelHost host;
  const auto before = host.revision();
  registry::NewPanel asked;
  asked.members = {{"", "", {}, ""}, {"Budi", "", catalogue::OrganisationId{}, "nobody"}};
  asked.criteria = {"leverage", "beauty", "leverage"};
  asked.entries = {catalogue::InnovationId{}};
  asked.round = catalogue::RoundId{};
  CHECK(refusals_of([&] { host.open(asked); }) ==
        "/members/0/name panel.member_name\n"
        "/members/1/account people.account_not_found\n"
        "/members/1/organisation panel.no_such_organisation\n"
        "/entries/0 panel.no_such_entry\n"
        "/round panel.no_such_round\n"
        "/criteria/1 panel.unknown_criterion\n"
        "/criteria/2 panel.unknown_criterion\n"
        "/name panel.name_missing");
  CHECK(host.revision() == before);
  asked = host.usual();
  asked.members.clear();
  CHECK(refusals_of([&] { host.open(asked); }) == "/members panel.member_count");
}

TEST_CASE("A member's account must be an assessor's, and is there once") {
  PanelHost host;
  const auto add = [&](const char* login, catalogue::Role role) {
    registry::add_account(host.environment, insider(),
                          {login, "Nama", "", {{role, host.region, {}}}});
  };
  add("siti", catalogue::Role::kAssessor);
  add("rudi", catalogue::Role::kPlanner);
  auto asked = host.usual();
  asked.members = {{"", "", {}, "siti"}, {"", "", {}, "siti"}, {"", "", {}, "rudi"}};
  CHECK(refusals_of([&] { host.open(asked); }) ==
        "/members/1/account panel.member_twice\n"
        "/members/2/account panel.account_may_not_assess");
  asked.members.resize(1);
  CHECK(host.open(asked).members[0].name == "Nama");
}

TEST_CASE("A panel is closed once") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  CHECK_FALSE(panel.panel.closed_on);
  CHECK(refusals_of([&] {
          registry::close_panel(host.environment, insider(), host.region, panel.panel.id,
                                panel.revision - 1);
        }) == " panel.changed_since");
  const auto closed = host.close(panel);
  CHECK(closed.panel.closed_on == catalogue::PartialDate::parse("2026-01-31"));
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.close(panel); }) == " panel.closed_already");
  CHECK(host.revision() == before);
}

TEST_CASE("Only planners open and close panels, those who see the region read them") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  const auto assessor = account(catalogue::Role::kAssessor, "13.11");
  const auto planner = account(catalogue::Role::kPlanner, "13.11");
  const auto reader = account(catalogue::Role::kReader, "13.11");
  const auto& environment = host.environment;
  CHECK(refusals_of([&] {
          registry::open_panel(environment, assessor, host.region, host.usual());
        }) == " rights.choose");
  CHECK(refusals_of([&] {
          registry::close_panel(environment, assessor, host.region, panel.panel.id, panel.revision);
        }) == " rights.choose");
  CHECK(refusals_of([&] { registry::panels(environment, reader, host.region); }) ==
        " rights.read_internal");
  CHECK(registry::panels(environment, assessor, host.region).size() == 1);
  CHECK_FALSE(refusals_of([&] {
                registry::panel(environment, planner, host.region, catalogue::PanelId{});
              }).empty());
}

TEST_CASE("What an open panel was given counts in no selection before it is closed") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  host.judge(panel, 1, 0, 3);
  const auto counted = [&] {
    std::size_t count = 0;
    host.environment.store.read([&](store::Reader& reader) {
      count = registry::read_catalogue(reader, host.region).assessments.size();
    });
    return count;
  };
  CHECK(counted() == 0);
  host.close(panel);
  CHECK(counted() == 1);
}

TEST_CASE("Scores are read in bulk as each of them was put, whatever its note says") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  registry::judge(host.environment, insider(), host.region, panel.panel.id,
                  {{host.entries[0], "leverage", catalogue::Step{4}, "kata \"baru\"\n\\ Ã©"},
                   {host.entries[1], "leverage", catalogue::Step{0}, ""}},
                  panel.members[1].person);
  std::vector<catalogue::Assessment> in_bulk, one_by_one;
  host.environment.store.read([&](store::Reader& reader) {
    in_bulk = registry::scores_of(reader, host.region, panel.panel.id);
    for (const auto& stored : reader.all<catalogue::Assessment>(host.region)) {
      one_by_one.push_back(stored.record);
    }
  });
  CHECK(in_bulk.size() == 2);
  CHECK(in_bulk == one_by_one);
}
