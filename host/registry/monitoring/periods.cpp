#include "pilah/registry/monitoring/periods.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/monitoring/report_record.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::MonitoringPeriod;
using catalogue::MonitoringPeriodId;
using catalogue::OrganisationId;
using catalogue::PartialDate;
using catalogue::PeriodState;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

Refusal conflict(const char* kind, const MonitoringPeriod& period) {
  return {RefusalKind::kConflict, Message{kind, {{"name", period.name}}, ""}};
}

/// Tells periods within one read.
class Periods {
 public:
  Periods(store::Reader& reader, const RegionCode& region)
      : reader_(reader),
        region_(region),
        supervision_(reader, region),
        reports_(stored_reports(reader, region)) {}

  PeriodEntry told(StoredPeriod stored) {
    PeriodEntry entry{std::move(stored.record), stored.revision};
    const auto& reports = reports_[entry.period.id];
    entry.reported = static_cast<std::int64_t>(reports.size());
    entry.waiting = waiting_in(supervision_, entry.period, reports);
    for (const auto& one : entry.waiting) {
      if (!one.lead || entry.organisations.count(*one.lead) > 0) continue;
      const auto lead = reader_.find<catalogue::Organisation>(region_, *one.lead);
      entry.organisations.emplace(*one.lead, lead ? lead->record.name : std::string());
    }
    return entry;
  }

 private:
  store::Reader& reader_;
  const RegionCode& region_;
  Supervision supervision_;
  std::map<MonitoringPeriodId, ReportsByUndertaking> reports_;
};

PeriodEntry told(const Environment& environment, const RegionCode& region, MonitoringPeriodId id) {
  PeriodEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = Periods(reader, region).told(stored_period(reader, region, id));
  });
  return entry;
}

void check_days(const MonitoringPeriod& period, Messages& wrong) {
  bool are_days = true;
  for (const auto& [day, pointer] :
       {std::pair{period.from, "/from"}, {period.to, "/to"}, {period.due, "/due"}}) {
    if (day.day != 0) continue;
    wrong.push_back({"monitoring.whole_day", {}, pointer});
    are_days = false;
  }
  if (!are_days) return;
  if (period.to < period.from) wrong.push_back({"monitoring.ends_early", {}, "/to"});
  if (period.due < period.to) wrong.push_back({"monitoring.due_early", {}, "/due"});
}

void require_valid(store::Reader& reader, const MonitoringPeriod& period) {
  Messages wrong;
  const std::string folded = text::fold(period.name);
  if (folded.empty() || period.name.size() > kLongestPeriodName) {
    wrong.push_back(
        {"monitoring.bad_name", {{"largest", std::to_string(kLongestPeriodName)}}, "/name"});
  }
  check_days(period, wrong);
  reader.each<MonitoringPeriod>(period.region, [&](const StoredPeriod& other) {
    if (other.record.id != period.id && text::fold(other.record.name) == folded) {
      wrong.push_back({"monitoring.name_twice", {{"name", period.name}}, "/name"});
    }
    return wrong.empty();
  });
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

std::vector<OrganisationId> leads_of(const std::vector<Supervised>& waiting) {
  std::set<OrganisationId> leads;
  for (const auto& one : waiting) {
    if (one.lead) leads.insert(*one.lead);
  }
  return {leads.begin(), leads.end()};
}

/// One change of one period. `change` may throw; then nothing has happened.
PeriodEntry changed(const Environment& environment, const Caller& caller, const PeriodStep& step,
                    const char* action,
                    const std::function<void(store::Writer&, MonitoringPeriod&)>& change) {
  require(caller, Deed::kChoose, {step.region, {}});
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = stored_period(writer, step.region, step.id);
    if (step.expected_revision && *step.expected_revision != stored.revision) {
      throw Refusal(RefusalKind::kStale, Message{"monitoring.changed_since",
                                                 {{"name", stored.record.name},
                                                  {"revision", std::to_string(stored.revision)}},
                                                 ""});
    }
    change(writer, stored.record);
    writer.put(stored.record, action);
  });
  return told(environment, step.region, step.id);
}

void require_open(const MonitoringPeriod& period) {
  if (period.state == PeriodState::kPlanned) throw conflict("monitoring.not_open", period);
  if (period.state != PeriodState::kClosed) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"monitoring.closed_already",
                        {{"name", period.name}, {"day", period.closed_on->text()}},
                        ""});
}

}  // namespace

std::vector<PeriodEntry> periods(const Environment& environment, const Caller& caller,
                                 const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<PeriodEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Periods all(reader, region);
    for (auto& stored : stored_periods(reader, region)) {
      entries.push_back(all.told(std::move(stored)));
    }
  });
  return entries;
}

PeriodEntry period(const Environment& environment, const Caller& caller, const RegionCode& region,
                   MonitoringPeriodId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  return told(environment, region, id);
}

PeriodEntry add_period(const Environment& environment, const Caller& caller,
                       MonitoringPeriod asked) {
  require(caller, Deed::kChoose, {asked.region, {}});
  MonitoringPeriod planned;
  planned.id = {environment.new_uuid()};
  planned.region = asked.region;
  planned.name = std::move(asked.name);
  planned.from = asked.from;
  planned.to = asked.to;
  planned.due = asked.due;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    require_valid(writer, planned);
    if (writer.all<MonitoringPeriod>(planned.region).size() >= kMostPeriods) {
      throw Refusal(
          RefusalKind::kConflict,
          Message{"monitoring.too_many_periods", {{"most", std::to_string(kMostPeriods)}}, ""});
    }
    writer.put(planned, "added");
  });
  return told(environment, planned.region, planned.id);
}

PeriodEntry change_period(const Environment& environment, const Caller& caller,
                          const RegionCode& region, MonitoringPeriodId id,
                          const boost::json::object& patch, std::int64_t expected_revision) {
  return changed(environment, caller, {region, id, expected_revision}, "changed",
                 [&](store::Writer& writer, MonitoringPeriod& period) {
                   if (period.state != PeriodState::kPlanned) {
                     throw conflict("monitoring.begun", period);
                   }
                   auto document = std::move(catalogue::to_json(period).as_object());
                   merge_patch(document, patch);
                   const auto after = catalogue::from_json<MonitoringPeriod>(document);
                   period.name = after.name;
                   period.from = after.from;
                   period.to = after.to;
                   period.due = after.due;
                   require_valid(writer, period);
                 });
}

PeriodEntry open_period(const Environment& environment, const Caller& caller,
                        const PeriodStep& step) {
  return changed(environment, caller, step, "opened",
                 [&](store::Writer& writer, MonitoringPeriod& period) {
                   if (period.state != PeriodState::kPlanned) {
                     throw conflict("monitoring.begun", period);
                   }
                   period.state = PeriodState::kOpen;
                   period.opened_on = today_of(environment);
                   const auto waiting = waiting_in(writer, period);
                   if (waiting.empty()) {
                     throw conflict("monitoring.nobody_supervised", period);
                   }
                   tell_period(writer, catalogue::HappeningKind::kPeriodOpened, period,
                               leads_of(waiting), caller.actor);
                 });
}

PeriodEntry remind_of_period(const Environment& environment, const Caller& caller,
                             const PeriodStep& step) {
  return changed(environment, caller, step, "reminded",
                 [&](store::Writer& writer, MonitoringPeriod& period) {
                   require_open(period);
                   const auto waiting = waiting_in(writer, period);
                   if (waiting.empty()) throw conflict("monitoring.all_reported", period);
                   const auto today = today_of(environment);
                   auto& reminded = period.reminded_on;
                   if (!reminded.empty() && reminded.back() == today) {
                     throw conflict("monitoring.reminded_today", period);
                   }
                   if (reminded.size() >= kMostReminders) {
                     throw conflict("monitoring.reminded_enough", period);
                   }
                   reminded.push_back(today);
                   tell_period(writer, catalogue::HappeningKind::kReportDue, period,
                               leads_of(waiting), caller.actor);
                 });
}

PeriodEntry close_period(const Environment& environment, const Caller& caller,
                         const PeriodStep& step) {
  return changed(environment, caller, step, "closed",
                 [&](store::Writer& writer, MonitoringPeriod& period) {
                   require_open(period);
                   for (const auto& one : waiting_in(writer, period)) {
                     period.not_reported.push_back({one.set, one.undertaking.candidate});
                   }
                   period.state = PeriodState::kClosed;
                   period.closed_on = today_of(environment);
                 });
}

}  // namespace pilah::registry
