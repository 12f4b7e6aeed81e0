#include "pilah/registry/monitoring/horizons.hpp"

#include "monitoring_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE("Every horizon is told, with the same of each candidate") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  for (const std::size_t entry : {std::size_t{0}, std::size_t{2}}) {
    host.plan(entry,
              {host.step("Akhir", "2026-06", "2026-12"), host.step("Awal", "2026-01", "2026-02"),
               host.step("Sudah", "2026-01", "2026-01")});
    host.note(entry, 3, {MonitoringHost::date("2026-01-31"), ""});
    host.report(period, entry, 40);
    auto asked = host.recommendation("Percepat", "2026-04-09");
    asked.candidate = host.id(entry);
    const auto raised = host.raise(asked);
    host.answer(raised, {"", {}, "Menunggu"});
  }
  const auto all = registry::horizons(host.environment, insider(), host.region);
  REQUIRE(all.size() == 3);
  REQUIRE(all[0].entries.size() == 2);
  REQUIRE(all[1].entries.size() == 1);
  CHECK(all[2].placing == catalogue::Placing::kLongTerm);
  CHECK(all[2].entries.empty());
  for (const auto* entry : {&all[0].entries[0], &all[1].entries[0]}) {
    CHECK(entry->lead_name == "Dinas DINKES");
    CHECK(entry->steps == 3);
    CHECK(entry->steps_done == 1);
    CHECK(entry->next->name == "Awal");
    CHECK(entry->last->report.percent == 40);
    CHECK(entry->late == 1);
    CHECK(entry->late_explained == 1);
    CHECK(entry->open_follow_ups == 1);
  }
  const auto& silent = all[0].entries[1];
  CHECK(silent.steps == 0);
  CHECK_FALSE(silent.next);
  CHECK_FALSE(silent.last);
}

TEST_CASE("Of two periods the newest is told, whichever was reported last") {
  MonitoringHost host;
  const auto second =
      host.open(host.add_period("Triwulan II", "2026-04-01", "2026-06-30", "2026-07-15"));
  host.report(second, 0, 60);
  host.report(host.open(host.first_quarter()), 0, 40);
  const auto all = registry::horizons(host.environment, insider(), host.region);
  CHECK(all[0].entries[0].last->period_name == "Triwulan II");
}

TEST_CASE("Who left the set is in no horizon") {
  MonitoringHost host;
  host.amend_set();
  const auto all = registry::horizons(host.environment, insider(), host.region);
  REQUIRE(all[0].entries.size() == 2);
  CHECK(all[0].entries[0].of.undertaking.candidate == host.id(0));
  CHECK(all[0].entries[1].of.undertaking.candidate == host.id(3));
}
