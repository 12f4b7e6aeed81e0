#include "pilah/registry/quick_wins/amendment.hpp"

#include "quick_win_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using catalogue::Placing;

TEST_CASE("An amendment says who left, who came, why and by which decree, the old set stays") {
  QuickWinHost host;
  const auto ready = host.sign(host.ready(), 0);
  const auto amended = host.amend(ready, host.change());
  REQUIRE(amended.set.amendment);
  CHECK(amended.set.amends == ready.set.id);
  CHECK(amended.set.amendment->left == std::vector{host.id(1)});
  CHECK(amended.set.amendment->came == std::vector{host.id(2)});
  CHECK(amended.set.amendment->decree == "SK 12/2026");
  const auto old = host.now(ready);
  CHECK(old.set == ready.set);
  CHECK(old.amended_by == amended.set.id);
  CHECK(old.signatories[0].signature);
}

TEST_CASE("What stays keeps its formulation, and what left has none in the new set") {
  QuickWinHost host;
  const auto amended = host.amend(host.ready(), host.change());
  REQUIRE(amended.set.formulations.size() == 1);
  CHECK(amended.set.formulations[0].candidate == host.id(0));
  CHECK(refusals_of([&] { host.sign(amended, 0); }) == " commitment.not_formulated");
}

TEST_CASE("All sign again, unless the amendment says who does") {
  QuickWinHost host;
  const auto ready = host.ready();
  host.sign(ready, 0);
  host.sign(ready, 1);
  auto change = host.change();
  change.signs_again.emplace(std::vector{ready.set.signatories[1].person});
  const auto amended = host.amend(ready, change);
  CHECK(amended.signatories[0].signature);
  CHECK_FALSE(amended.signatories[1].signature);
  const auto again = host.amend(amended, host.change());
  CHECK_FALSE(again.signatories[0].signature);
  CHECK_FALSE(again.signatories[1].signature);
}

TEST_CASE("A set is amended once, from what was read, with a reason, a decree and a change") {
  QuickWinHost host;
  const auto ready = host.ready();
  registry::NewAmendment empty;
  empty.signs_again.emplace(std::vector{catalogue::PersonId{}});
  CHECK(refusals_of([&] { host.amend(ready, empty); }) ==
        "/reason quick_win.reason_missing\n"
        "/decree quick_win.decree_missing\n"
        "/candidates quick_win.nothing_amended\n"
        "/signs_again/0 commitment.no_signatory");
  auto none = host.change();
  none.candidates = {{host.id(0), Placing::kNotNow, "x"}, {host.id(1), Placing::kNotNow, "x"}};
  CHECK(refusals_of([&] { host.amend(ready, none); }) == "/candidates quick_win.none");
  CHECK(refusals_of([&] {
          registry::amend(host.environment, insider(), host.region, ready.set.id, host.change(),
                          ready.revision - 1);
        }) == " quick_win.changed_since");
  host.amend(ready, host.change());
  CHECK(refusals_of([&] { host.amend(ready, host.change()); }) == " quick_win.amended");
}
