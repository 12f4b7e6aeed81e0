// How long the pages of monitoring take in a region of 200 entries, 40 agencies and two
// years: 100 candidates supervised, plans of ten steps, eight periods, 800 reports, 200
// follow-ups. Prints the median of 51 reads of each, in milliseconds.
//
//   bench_monitoring
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "pilah/registry/documents/evaluation.hpp"
#include "pilah/registry/documents/follow_up.hpp"
#include "pilah/registry/documents/monitoring.hpp"
#include "unit/registry/monitoring/monitoring_host.hpp"

namespace {

using namespace pilah;
using namespace pilah::tests;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kEntries = 200;
constexpr std::size_t kAgencies = 40;
constexpr std::size_t kQuickWins = 20;
constexpr std::size_t kSupervised = 100;

void adopt_many(MonitoringHost& host) {
  while (host.organisations.size() < kAgencies) {
    host.organisations.push_back(
        host.add_organisation("OPD" + std::to_string(host.organisations.size())));
  }
  while (host.entries.size() < kEntries) {
    const auto number = host.entries.size();
    host.entries.push_back(
        host.add("Inovasi " + std::to_string(number), host.organisations[number % kAgencies]));
  }
  std::vector<bool> chosen(kEntries, false);
  std::fill_n(chosen.begin(), kQuickWins, true);
  auto adoption = host.usual();
  adoption.selection = host.select(chosen);
  for (std::size_t i = kQuickWins; i < kSupervised; ++i) {
    const bool is_medium = i % 2 == 0;
    adoption.candidates.push_back(
        {host.id(i), is_medium ? catalogue::Placing::kMediumTerm : catalogue::Placing::kLongTerm,
         "nanti"});
  }
  host.set = host.adopt(adoption);
}

void plan_and_report(MonitoringHost& host) {
  for (std::size_t i = 0; i < kSupervised; ++i) {
    std::vector<registry::PlannedStep> steps;
    for (int month = 1; month <= 10; ++month) {
      const std::string text = (month < 10 ? "2026-0" : "2026-") + std::to_string(month);
      steps.push_back(host.step("Langkah " + std::to_string(month), text, text));
    }
    host.plan(i, steps);
  }
  for (int quarter = 0; quarter < 8; ++quarter) {
    const std::string year = quarter < 4 ? "2024" : "2025";
    const std::string month = std::to_string(quarter % 4 * 3 + 1);
    const std::string text = year + (month.size() < 2 ? "-0" : "-") + month;
    const auto period = host.open(host.add_period("Triwulan " + std::to_string(quarter),
                                                  text + "-01", text + "-28", "2026-04-15"));
    for (std::size_t i = 0; i < kSupervised; ++i) host.report(period, i, quarter * 12);
    host.close(period);
  }
  for (std::size_t i = 0; i < 200; ++i) {
    auto asked = host.recommendation("Percepat " + std::to_string(i), "2026-03-31");
    asked.candidate = host.id(i % kSupervised);
    host.raise(asked);
  }
}

void measure(const char* name, const std::function<std::size_t()>& read) {
  std::vector<double> took;
  std::size_t size = 0;
  for (int i = 0; i < 51; ++i) {
    const auto begin = Clock::now();
    size = read();
    took.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::nth_element(took.begin(), took.begin() + 25, took.end());
  std::printf("%-14s %7.2f ms %9zu bytes\n", name, took[25], size);
}

}  // namespace

int main() {
  MonitoringHost host;
  adopt_many(host);
  plan_and_report(host);
  const auto& environment = host.environment;
  const auto& region = host.region;
  const auto size_of = [](const auto& document) { return boost::json::serialize(document).size(); };
  measure("action plans", [&] {
    return size_of(
        registry::action_plans_document(registry::action_plans(environment, insider(), region)));
  });
  measure("periods", [&] {
    return size_of(registry::periods_document(registry::periods(environment, insider(), region)));
  });
  measure("late", [&] {
    return size_of(registry::late_document(registry::late_things(environment, insider(), region)));
  });
  measure("follow-ups", [&] {
    return size_of(
        registry::follow_ups_document(registry::follow_ups(environment, insider(), region)));
  });
  measure("horizons", [&] {
    return size_of(registry::horizons_document(registry::horizons(environment, insider(), region)));
  });
  measure("self-score",
          [&] { return registry::self_score(environment, insider(), region, "").entries.size(); });
}
