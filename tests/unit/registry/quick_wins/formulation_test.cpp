#include "pilah/registry/quick_wins/formulation.hpp"

#include "quick_win_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE("A quick win is formulated, formulated better, and stays linked to its source") {
  QuickWinHost host;
  const auto entry = host.adopt();
  auto formulation = host.formulation(0);
  host.formulate(entry, formulation);
  formulation.output = "18 puskesmas";
  formulation.supporters = {host.organisations[1]};
  formulation.costs = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{150'000'000}},
                       {2026, catalogue::FundingSource::kCsr, std::nullopt}};
  const auto after = host.formulate(entry, formulation);
  REQUIRE(after.set.formulations.size() == 1);
  CHECK(after.set.formulations[0].output == "18 puskesmas");
  CHECK(after.set.formulations[0].sources == std::vector{host.entries[0]});
  CHECK(after.organisations.at(host.organisations[1]) == "Dinas DLH");
}

TEST_CASE("All that is wrong with a formulation is told at once") {
  QuickWinHost host;
  const auto entry = host.adopt();
  catalogue::Formulation formulation;
  formulation.candidate = host.id(0);
  formulation.name = "Nama";
  formulation.supporters = {formulation.lead};
  formulation.costs = {
      {1066, {}, catalogue::Rupiah{1}}, {2026, {}, catalogue::Rupiah{-1}}, {2026, {}, {}}};
  CHECK(refusals_of([&] { host.formulate(entry, formulation); }) ==
        "/programme quick_win.text_missing\n"
        "/output quick_win.text_missing\n"
        "/lead panel.no_such_organisation\n"
        "/supporters/0 panel.no_such_organisation\n"
        "/supporters/0 quick_win.supporter_twice\n"
        "/costs/0/year quick_win.no_year\n"
        "/costs/1/amount quick_win.no_amount\n"
        "/costs/2 quick_win.cost_twice");
  CHECK(host.now(entry).set.formulations.empty());
}

TEST_CASE("Only quick wins are formulated, from what was read, and not once somebody has signed") {
  QuickWinHost host;
  const auto entry = host.adopt();
  CHECK(refusals_of([&] { host.formulate(entry, host.formulation(2)); }) ==
        "/candidate quick_win.no_quick_win");
  host.formulate(entry, host.formulation(0));
  CHECK(refusals_of([&] {
          registry::formulate(host.environment, insider(), host.region, entry.set.id,
                              host.formulation(1), entry.revision);
        }) == " quick_win.changed_since");
  QuickWinHost other;
  const auto ready = other.ready();
  other.sign(ready, 0);
  CHECK(refusals_of([&] { other.formulate(ready, other.formulation(0)); }) ==
        " quick_win.signed_already");
}
