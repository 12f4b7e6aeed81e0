#include "pilah/registry/quick_wins/adoption.hpp"

#include "quick_win_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using catalogue::Placing;

TEST_CASE("Adoption places every candidate of the selection, each with its reason") {
  QuickWinHost host;
  auto adoption = host.usual();
  adoption.candidates = {{host.id(3), Placing::kLongTerm, "menunggu jalan"}};
  const auto entry = host.adopt(adoption);
  const std::vector<catalogue::PlacedCandidate> all{
      {host.id(0), Placing::kQuickWin, "terpilih"},
      {host.id(1), Placing::kQuickWin, "terpilih"},
      {host.id(2), Placing::kNotNow, "belum siap"},
      {host.id(3), Placing::kLongTerm, "menunggu jalan"}};
  CHECK(entry.set.candidates == all);
  CHECK(entry.candidates.at(host.id(3)) == "Calon 3");
  CHECK(entry.set.adopted_on == catalogue::PartialDate::parse("2026-01-31"));
  CHECK(registry::quick_win_sets(host.environment, insider(), host.region).size() == 1);
}

TEST_CASE("Whoever is not placed, or has no reason, is named, and nothing is kept") {
  QuickWinHost host;
  registry::Adoption adoption;
  adoption.selection = host.selection;
  adoption.candidates = {{host.id(0), Placing::kQuickWin, ""}, {"nobody", Placing::kNotNow, "x"}};
  const auto before = host.revision();
  CHECK(refusals_of([&] { host.adopt(adoption); }) ==
        "/name quick_win.name_missing\n"
        "/candidates/0/reason quick_win.reason_missing\n"
        "/candidates/1/candidate quick_win.no_such_candidate\n"
        "/candidates quick_win.not_placed\n"
        "/candidates quick_win.not_placed\n"
        "/candidates quick_win.not_placed");
  CHECK(host.revision() == before);
}

TEST_CASE("What the selection did not choose is no quick win, what it chose can be another thing") {
  QuickWinHost host;
  auto adoption = host.usual();
  adoption.candidates = {{host.id(2), Placing::kQuickWin, "kami suka"}};
  CHECK(refusals_of([&] { host.adopt(adoption); }) == "/candidates quick_win.not_chosen");
  adoption.candidates = {{host.id(0), Placing::kMediumTerm, "perlu dua tahun"},
                         {host.id(1), Placing::kMediumTerm, "perlu dua tahun"}};
  CHECK(refusals_of([&] { host.adopt(adoption); }) == "/candidates quick_win.none");
  adoption.candidates.pop_back();
  CHECK(host.adopt(adoption).set.candidates[0].placing == Placing::kMediumTerm);
}

TEST_CASE("A selection is adopted once, and only one that chose something") {
  QuickWinHost host;
  host.adopt();
  CHECK(refusals_of([&] { host.adopt(); }) == "/selection quick_win.adopted_already");
  auto adoption = host.usual();
  adoption.selection = host.select({false, false, false, false});
  CHECK(refusals_of([&] { host.adopt(adoption); }) == "/selection quick_win.nothing_chosen");
  adoption.selection = {};
  CHECK(refusals_of([&] { host.adopt(adoption); }) == "/selection choice.selection_not_found");
}

TEST_CASE("Planners adopt, whoever has a role in the region reads what was adopted") {
  QuickWinHost host;
  const auto entry = host.adopt();
  const auto& environment = host.environment;
  const auto contributor = account(catalogue::Role::kContributor, "13.11", host.organisations[1]);
  CHECK(refusals_of([&] {
          registry::adopt(environment, contributor, host.region, host.usual());
        }) == " rights.choose");
  CHECK(registry::quick_win_set(environment, contributor, host.region, entry.set.id).set ==
        entry.set);
  CHECK(refusals_of([&] {
          registry::quick_win_sets(environment, registry::Caller::anonymous(), host.region);
        }) == " rights.read_internal");
}
