#include "pilah/registry/monitoring/report_record.hpp"

#include <algorithm>
#include <tuple>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::ActionPlan;
using catalogue::Budget;
using catalogue::MonitoringPeriod;
using catalogue::MonitoringPeriodId;
using catalogue::MonitoringReport;
using catalogue::PeriodState;
using catalogue::RegionCode;
using catalogue::Rupiah;

namespace {

/// Nothing is known of no costs at all.
std::optional<Rupiah> sum_of(const std::vector<Budget>& costs) {
  if (costs.empty()) return std::nullopt;
  Rupiah sum;
  for (const auto& cost : costs) {
    if (!cost.amount) return std::nullopt;
    sum.amount += cost.amount->amount;
  }
  return sum;
}

void add_of_year(const std::vector<Budget>& costs, std::int32_t year, std::vector<Budget>& all) {
  std::copy_if(costs.begin(), costs.end(), std::back_inserter(all),
               [year](const Budget& cost) { return cost.year == year; });
}

}  // namespace

StoredPeriod stored_period(store::Reader& reader, const RegionCode& region, MonitoringPeriodId id) {
  auto stored = reader.find<MonitoringPeriod>(region, id);
  if (stored) return *std::move(stored);
  throw catalogue::Refusal(
      catalogue::RefusalKind::kNotFound,
      catalogue::Message{"monitoring.period_not_found", {{"id", id.text()}}, ""});
}

std::vector<StoredPeriod> stored_periods(store::Reader& reader, const RegionCode& region) {
  auto periods = reader.all<MonitoringPeriod>(region);
  std::sort(periods.begin(), periods.end(), [](const auto& one, const auto& other) {
    return std::tie(one.record.from, one.record.id) < std::tie(other.record.from, other.record.id);
  });
  return periods;
}

std::map<MonitoringPeriodId, ReportsByUndertaking> stored_reports(store::Reader& reader,
                                                                  const RegionCode& region) {
  std::map<MonitoringPeriodId, ReportsByUndertaking> reports;
  reader.each<MonitoringReport>(region, [&](const StoredReport& stored) {
    const auto& report = stored.record;
    reports[report.period].emplace(Undertaking{report.selection, report.candidate}, stored);
    return true;
  });
  return reports;
}

std::vector<Supervised> waiting_in(Supervision& supervision, const MonitoringPeriod& period,
                                   const ReportsByUndertaking& reports) {
  std::vector<Supervised> waiting;
  const auto add = [&](const Supervised& one) {
    if (reports.count(one.undertaking) == 0) waiting.push_back(one);
  };
  if (period.state == PeriodState::kOpen) {
    for (const auto* one : supervision.all()) add(*one);
  } else if (period.state == PeriodState::kClosed) {
    for (const auto& one : period.not_reported) add(supervision.placed(one.set, one.candidate));
  }
  return waiting;
}

std::vector<Supervised> waiting_in(store::Reader& reader, const MonitoringPeriod& period) {
  Supervision supervision(reader, period.region);
  return waiting_in(supervision, period, stored_reports(reader, period.region)[period.id]);
}

std::optional<Rupiah> budget_of(const Supervised& of, const ActionPlan& plan, std::int32_t year) {
  std::vector<Budget> costs;
  for (const auto& step : plan.steps) add_of_year(step.costs, year, costs);
  if (costs.empty()) add_of_year(of.costs, year, costs);
  return sum_of(costs);
}

}  // namespace pilah::registry
