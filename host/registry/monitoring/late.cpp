#include "pilah/registry/monitoring/late.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "pilah/catalogue/follow_up.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/registry/monitoring/plan_record.hpp"
#include "pilah/registry/monitoring/report_record.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::MonitoringPeriod;
using catalogue::PartialDate;
using catalogue::PeriodState;
using catalogue::RegionCode;

namespace {

constexpr std::array<std::string_view, 3> kKindNames{"step", "report", "follow-up"};

class Lateness {
 public:
  Lateness(store::Reader& reader, const RegionCode& region, const PartialDate& today)
      : reader_(reader), region_(region), today_(today), supervision_(reader, region) {}

  std::vector<LateThing> found() {
    const auto plans = stored_plans(reader_, region_);
    for (const auto* one : supervision_.all()) {
      const auto plan = plans.find(one->undertaking);
      if (plan != plans.end()) add_steps(*one, plan->second.record);
    }
    auto reports = stored_reports(reader_, region_);
    for (const auto& stored : stored_periods(reader_, region_)) {
      add_missing(stored.record, reports[stored.record.id]);
      add_late_reports(stored.record, reports[stored.record.id]);
    }
    add_follow_ups();
    const auto key = [](const LateThing& thing) {
      return std::tuple(thing.done_on.has_value(), !thing.explanation.empty(), thing.due);
    };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const auto& one, const auto& other) { return key(one) < key(other); });
    return std::move(all_);
  }

 private:
  void add(LateThing thing) {
    if (thing.owner) {
      const auto owner = reader_.find<catalogue::Organisation>(region_, *thing.owner);
      if (owner) thing.owner_name = owner->record.name;
    }
    all_.push_back(std::move(thing));
  }

  void add_steps(const Supervised& of, const catalogue::ActionPlan& plan) {
    for (const auto& step : plan.steps) {
      const bool was_late = step.done_on && catalogue::is_over(step.to, *step.done_on);
      if (!was_late && !is_late(step, today_)) continue;
      add({LateKind::kStep, of, step.name, step.organisation ? step.organisation : of.lead, "",
           step.to, step.done_on, step.explanation});
    }
  }

  /// Of who has left the set since, nothing is late any more.
  void add_missing(const MonitoringPeriod& period, const ReportsByUndertaking& reports) {
    if (period.state != PeriodState::kClosed && !catalogue::is_over(period.due, today_)) return;
    for (const auto& one : waiting_in(supervision_, period, reports)) {
      const auto* of = supervision_.now(one.undertaking);
      if (of) add({LateKind::kReport, *of, period.name, of->lead, "", period.due, {}, ""});
    }
  }

  void add_late_reports(const MonitoringPeriod& period, const ReportsByUndertaking& reports) {
    for (const auto& [undertaking, stored] : reports) {
      const auto& report = stored.record;
      const auto* of = supervision_.now(undertaking);
      if (!of || !catalogue::is_over(period.due, report.reported_on)) continue;
      add({LateKind::kReport, *of, period.name, of->lead, "", period.due, report.reported_on,
           report.explanation});
    }
  }

  /// They outlive the candidate's place in the set: their owner is to answer still.
  void add_follow_ups() {
    reader_.each<catalogue::FollowUp>(region_, [&](const auto& stored) {
      const catalogue::FollowUp& one = stored.record;
      if (!catalogue::is_over(one.due, one.done_on.value_or(today_))) return true;
      std::optional<Supervised> of;
      if (one.set) of = supervision_.placed(*one.set, one.candidate);
      add({LateKind::kFollowUp, std::move(of), one.text, one.owner, "", one.due, one.done_on,
           one.explanation});
      return true;
    });
  }

  store::Reader& reader_;
  const RegionCode& region_;
  PartialDate today_;
  Supervision supervision_;
  std::vector<LateThing> all_;
};

}  // namespace

std::string_view name_of(LateKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::vector<LateThing> late_things(store::Reader& reader, const RegionCode& region,
                                   const PartialDate& today) {
  return Lateness(reader, region, today).found();
}

std::vector<LateThing> late_things(const Environment& environment, const Caller& caller,
                                   const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  const auto today = today_of(environment);
  std::vector<LateThing> things;
  environment.store.read(
      [&](store::Reader& reader) { things = late_things(reader, region, today); });
  return things;
}

}  // namespace pilah::registry
