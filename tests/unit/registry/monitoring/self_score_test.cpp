#include "pilah/registry/monitoring/self_score.hpp"

#include "monitoring_host.hpp"
#include "pilah/registry/monitoring/surveys.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::ScoreRange;

namespace {

constexpr std::int64_t kWhole = 1'000'000;

registry::SelfScore score_of(MonitoringHost& host, const std::string& scheme = "") {
  return registry::self_score(host.environment, insider(), host.region, scheme);
}

/// What is known of a part of the first quick win.
const registry::PartScore& part(const registry::SelfScore& score, const std::string& key) {
  for (const auto& each : score.entries.at(0).parts) {
    if (each.part.key == key) return each;
  }
  throw std::invalid_argument(key);
}

std::string missing(const registry::PartScore& score) {
  std::string kinds;
  for (const auto& message : score.missing) kinds += (kinds.empty() ? "" : " ") + message.kind;
  return kinds;
}

catalogue::Indicator indicator(const std::string& baseline, const std::string& target) {
  catalogue::Indicator made;
  made.definition = "Waktu tunggu";
  made.unit = "menit";
  made.baseline = baseline;
  made.target = target;
  return made;
}

void change_entry(MonitoringHost& host, std::vector<catalogue::Indicator> indicators,
                  const std::string& area) {
  host.put([&](store::Writer& writer) {
    auto entry = writer.find<catalogue::Innovation>(host.region, host.entries[0]).value().record;
    entry.indicators = std::move(indicators);
    catalogue::AreaMapping mapping;
    mapping.area = area;
    mapping.primary = true;
    mapping.confirmed = true;
    entry.mappings = {mapping};
    writer.put(entry, "changed");
  });
}

void survey(MonitoringHost& host, const std::string& value) {
  catalogue::SurveyValue made;
  made.region = host.region;
  made.area = "health";
  made.value = value;
  made.date = MonitoringHost::date("2026-03");
  made.respondents = 400;
  made.source = "Survei";
  registry::add_survey_value(host.environment, insider(), made);
}

}  // namespace

TEST_CASE("What nobody knows could be anything: the score is a range, and says what is missing") {
  MonitoringHost host;
  const auto score = score_of(host);
  CHECK(score.entries.size() == 2);  // quick wins alone
  CHECK(part(score, "output").reached == ScoreRange{0, kWhole});
  CHECK(missing(part(score, "output")) == "self_score.no_report");
  CHECK(missing(part(score, "outcome")) == "self_score.nothing_measured");
  CHECK(missing(part(score, "impact")) == "self_score.no_area");
  CHECK(missing(part(score, "quick-win")) == "self_score.no_step_due");
  // That there is no baseline is known.
  CHECK(part(score, "baseline").reached == ScoreRange{0, 0});
  CHECK(missing(part(score, "baseline")) == "self_score.no_indicator");
  CHECK(score.reached == ScoreRange{0, 900'000});
}

TEST_CASE("Each part is measured as the scheme's data say") {
  MonitoringHost host;
  change_entry(host, {indicator("90", "30")}, "health");
  survey(host, "78.5");
  host.plan(0, {host.step("a", "2026-01", "2026-01"), host.step("b", "2026-01", "2026-02"),
                host.step("c", "2026-01", "2026-12")});
  host.note(0, 1, {MonitoringHost::date("2026-01-20"), ""});
  const auto period = host.open(host.first_quarter());
  registry::ReportForm form;
  form.percent = 40;
  form.indicators = {{{}, "Waktu tunggu", "75"}};
  host.report(period, 0, form);
  const auto score = score_of(host);
  CHECK(part(score, "baseline").reached == ScoreRange{kWhole, kWhole});
  CHECK(part(score, "output").reached == ScoreRange{400'000, 400'000});
  CHECK(part(score, "outcome").reached == ScoreRange{250'000, 250'000});  // 15 of 60 minutes
  CHECK(part(score, "impact").reached == ScoreRange{785'000, 785'000});
  CHECK(part(score, "quick-win").reached == ScoreRange{500'000, 500'000});
  CHECK(missing(part(score, "quick-win")) == "self_score.steps_late");
  // 10 x 1 + 20 x .4 + 30 x .25 + 20 x .785 + 20 x .5
  CHECK(score.entries[0].reached == ScoreRange{512'000, 512'000});
}

TEST_CASE("The region's score is the mean of its quick wins, by the scheme that is asked for") {
  MonitoringHost host;
  const auto period = host.open(host.first_quarter());
  host.report(period, 0, 100);
  host.report(period, 1, 50);
  const auto usual = score_of(host);
  CHECK(usual.parts[1].reached == ScoreRange{750'000, 750'000});
  CHECK(usual.reached == ScoreRange{150'000, 850'000});
  const auto other = score_of(host, "impact-30");
  CHECK(other.parts[3].part.weight == 30);
  CHECK(refusals_of([&] { score_of(host, "2099"); }) == "/scheme self_score.no_such_scheme");
}

TEST_CASE("An indicator counts between its baseline and its target, whichever way that is") {
  MonitoringHost host;
  const auto reached = [&](const std::string& from, const std::string& to, const std::string& now) {
    auto made = indicator(from, to);
    made.measured = {{MonitoringHost::date("2025"), "1"}, {MonitoringHost::date("2026"), now}};
    change_entry(host, {made}, "health");
    return part(score_of(host), "outcome").reached;
  };
  CHECK(reached("10", "20", "15") == ScoreRange{500'000, 500'000});
  CHECK(reached("20", "10", "12.5") == ScoreRange{750'000, 750'000});
  CHECK(reached("10", "20", "25") == ScoreRange{kWhole, kWhole});
  CHECK(reached("10", "20", "5") == ScoreRange{0, 0});
  CHECK(reached("", "20", "15") == ScoreRange{0, kWhole});
  CHECK(reached("10", "banyak", "15") == ScoreRange{0, kWhole});
  CHECK(reached("10", "10", "10") == ScoreRange{0, kWhole});
}

TEST_CASE("What a verifier found goes before what the owner claims, a report before both") {
  MonitoringHost host;
  auto made = indicator("0", "100");
  made.measured = {{MonitoringHost::date("2026"), "90"}};
  change_entry(host, {made}, "health");
  CHECK(part(score_of(host), "outcome").reached.low == 900'000);
  made.verified = {{MonitoringHost::date("2025"), "50"}};
  change_entry(host, {made}, "health");
  CHECK(part(score_of(host), "outcome").reached.low == 500'000);
  registry::ReportForm form;
  form.indicators = {{{}, "Waktu tunggu", "60"}};
  host.report(host.open(host.first_quarter()), 0, form);
  CHECK(part(score_of(host), "outcome").reached.low == 600'000);
}

TEST_CASE("Without a quick win there is nothing to score") {
  MonitoringHost host;
  registry::Environment elsewhere = host.environment;
  const auto other = *catalogue::RegionCode::parse("16.02");
  host.put([&](store::Writer& writer) {
    catalogue::Region made;
    made.code = other;
    made.name = "OKI";
    writer.put_region(made);
  });
  CHECK(refusals_of([&] { registry::self_score(elsewhere, insider(), other, ""); }) ==
        " self_score.nobody");
}
