#include "pilah/registry/monitoring/late.hpp"

#include "monitoring_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

TEST_CASE("Nothing is late while its time has not passed") {
  MonitoringHost host;
  host.plan(0, {host.step("Latih", "2026-03", "2026-04")});
  host.open(host.first_quarter());
  host.today = "2026-04-15";
  CHECK(host.late() == "");
}

TEST_CASE("What is late comes first, then what is explained, then what was late") {
  MonitoringHost host;
  host.plan(0, {host.step("Latih", "2026-01", "2026-01"), host.step("Uji", "2026-01", "2026-02"),
                host.step("Pasang", "2026-01", "2026-03"), host.step("Buka", "2026-01", "2026-03"),
                host.step("Tepat", "2026-01", "2026-03")});
  host.note(0, 1, {MonitoringHost::date("2026-02-01"), ""});
  host.note(0, 2, {{}, "Menunggu perubahan anggaran"});
  host.note(0, 4, {MonitoringHost::date("2026-04-02"), "Banjir"});
  host.note(0, 5, {MonitoringHost::date("2026-03-31"), ""});
  const std::string name = "Antrean Daring Kabupaten: ";
  CHECK(host.late() == "step " + name + "Pasang\n" +  //
                           "step " + name + "Uji (Menunggu perubahan anggaran)\n" + "was step " +
                           name + "Latih\n" +  //
                           "was step " + name + "Buka (Banjir)");
}

TEST_CASE("A report is late once its day has passed, and was late when it came afterwards") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 40);
  host.today = "2026-04-16";
  CHECK(host.late() ==
        "report Antrean Daring Kabupaten: Triwulan I\nreport Nagari Sehat: Triwulan I");
  host.close(period);
  host.report(period, 1, 30, "Petugas sakit");
  CHECK(host.late() ==
        "report Nagari Sehat: Triwulan I\n"
        "was report Antrean Daring Kabupaten: Triwulan I (Petugas sakit)");
}

TEST_CASE("A report that is missing when a period closes early is late") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 40);
  host.report(period, 1, 40);
  host.close(period);
  CHECK(host.late() == "report Nagari Sehat: Triwulan I");
}

TEST_CASE("Who left the set is late no more, who came is late of nothing before") {
  MonitoringHost host;
  host.plan(1, {host.step("Beli", "2026-01", "2026-02")});
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 40);
  host.report(period, 2, 40);
  host.close(period);
  CHECK(host.late() ==
        "step Antrean Daring Kabupaten: Beli\nreport Antrean Daring Kabupaten: Triwulan I");
  host.amend_set();
  CHECK(host.late() == "");
}
