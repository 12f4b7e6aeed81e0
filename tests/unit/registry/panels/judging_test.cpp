#include "pilah/registry/panels/judging.hpp"

#include "panel_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using catalogue::Step;

namespace {

/// "given 3 missing 1": of a member's sheet.
std::string state_of(const registry::Sheet& sheet) {
  std::size_t given = 0;
  std::size_t missing = 0;
  for (const auto& entry : sheet.entries) {
    given += entry.given.size();
    missing += entry.missing.size();
  }
  return "given " + std::to_string(given) + " missing " + std::to_string(missing);
}

registry::Sheet sheet(PanelHost& host, const registry::PanelEntry& panel, std::size_t member) {
  return registry::sheet(host.environment, insider(), host.region, panel.panel.id,
                         panel.members[member].person);
}

}  // namespace

TEST_CASE("A score is given, replaced, and told to nobody else while the panel is open") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  host.judge(panel, 1, 0, 3);
  host.judge(panel, 1, 0, 4);
  CHECK(state_of(sheet(host, panel, 1)) == "given 1 missing 3");
  CHECK(sheet(host, panel, 1).entries[0].given[0].step == Step{4});
  CHECK(state_of(sheet(host, panel, 2)) == "given 0 missing 4");
  CHECK(host.now(panel).members[1].given == 1);
  const auto before = host.revision();
  host.judge(panel, 1, 0, 4);  // says the same again
  CHECK(host.revision() == before);
}

TEST_CASE("Nobody judges an entry that the own organisation owns or supports") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.judge(panel, 0, 0, 4); }) ==
        "/judgements/0/innovation panel.own_organisation");
  CHECK(host.revision() == before);
  host.judge(panel, 0, 1, 4);
  host.put([&](store::Writer& writer) {
    auto supported = writer.find<catalogue::Innovation>(host.region, host.entries[3])->record;
    supported.supporting_organisations = {host.organisations[0]};
    writer.put(supported, "changed");
  });
  CHECK_FALSE(refusals_of([&] { host.judge(panel, 0, 3, 4); }).empty());
  CHECK(sheet(host, panel, 0).entries[3].own);
  CHECK(host.now(panel).members[0].wanted == 1);
}

TEST_CASE("An organisation is the own one by whatever name it goes today") {
  PanelHost host;
  host.put([&](store::Writer& writer) {
    auto merged = writer.find<catalogue::Organisation>(host.region, host.organisations[1])->record;
    merged.successor = host.organisations[0];
    writer.put(merged, "changed");
  });
  const auto panel = host.open(host.usual());
  CHECK(refusals_of([&] { host.judge(panel, 0, 1, 4); }) ==
        "/judgements/0/innovation panel.own_organisation");
}

TEST_CASE("Nothing is judged once the panel is closed") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  host.judge(panel, 1, 0, 3);
  host.close(panel);
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.judge(panel, 1, 0, 1); }) == " panel.closed");
  CHECK(host.revision() == before);
  CHECK(sheet(host, panel, 1).entries[0].given[0].step == Step{3});
}

TEST_CASE("When one score of several is wrong, none is kept, and each mistake is told") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  CHECK(refusals_of([&] {
          registry::judge(host.environment, insider(), host.region, panel.panel.id,
                          {{host.entries[0], "leverage", Step{3}, ""},
                           {catalogue::InnovationId{}, "leverage", Step{3}, ""},
                           {host.entries[0], "beauty", Step{5}, std::string(3'000, 'x')}},
                          panel.members[1].person);
        }) ==
        "/judgements/1/innovation panel.entry_not_judged\n"
        "/judgements/2/criterion panel.unknown_criterion\n"
        "/judgements/2/step panel.no_step\n"
        "/judgements/2/note panel.note_too_long");
  CHECK(state_of(sheet(host, panel, 1)) == "given 0 missing 4");
  CHECK(refusals_of([&] {
          registry::judge(host.environment, insider(), host.region, panel.panel.id, {},
                          panel.members[1].person);
        }) == "/judgements panel.judgement_count");
}

TEST_CASE("A member judges with their own account, and for nobody else") {
  PanelHost host;
  const auto made =
      registry::add_account(host.environment, insider(),
                            {"siti", "Siti", "", {{catalogue::Role::kAssessor, host.region, {}}}});
  auto asked = host.usual();
  asked.members.push_back({"", "", {}, "siti"});
  const auto panel = host.open(asked);
  auto siti = account(catalogue::Role::kAssessor, "13.11");
  siti.account = made.id;
  const auto& environment = host.environment;
  const std::vector<registry::Judgement> three{{host.entries[0], "leverage", Step{3}, "baik"}};
  registry::judge(environment, siti, host.region, panel.panel.id, three);
  CHECK(state_of(registry::sheet(environment, siti, host.region, panel.panel.id)) ==
        "given 1 missing 3");
  CHECK(refusals_of([&] {
          registry::judge(environment, siti, host.region, panel.panel.id, three,
                          panel.members[1].person);
        }) == "/member panel.for_another");
  const auto stranger = account(catalogue::Role::kAssessor, "13.11");
  CHECK(refusals_of([&] {
          registry::judge(environment, stranger, host.region, panel.panel.id, three);
        }) == " panel.not_a_member");
  const auto planner = account(catalogue::Role::kPlanner, "13.11");
  CHECK(refusals_of([&] {
          registry::judge(environment, planner, host.region, panel.panel.id, three);
        }) == " rights.assess");
  // Whoever acts for an organisation is of it, though the panel says nothing of it.
  siti.grants.push_back({catalogue::Role::kContributor, host.region, host.organisations[0]});
  CHECK(refusals_of([&] {
          registry::judge(environment, siti, host.region, panel.panel.id, three);
        }) == "/judgements/0/innovation panel.own_organisation");
}
