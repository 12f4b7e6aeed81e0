#include "pilah/registry/monitoring/reports.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/decimal.hpp"
#include "pilah/registry/monitoring/plan_record.hpp"
#include "pilah/registry/monitoring/report_record.hpp"
#include "pilah/registry/monitoring/stages.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Indicator;
using catalogue::Innovation;
using catalogue::Message;
using catalogue::Messages;
using catalogue::MonitoringPeriod;
using catalogue::MonitoringPeriodId;
using catalogue::MonitoringReport;
using catalogue::PartialDate;
using catalogue::PeriodState;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

const Indicator* indicator_of(const Innovation& entry, const std::string& definition) {
  const auto found = std::find_if(entry.indicators.begin(), entry.indicators.end(),
                                  [&](const auto& each) { return each.definition == definition; });
  return found == entry.indicators.end() ? nullptr : &*found;
}

/// Tells reports within one read.
class Reports {
 public:
  Reports(store::Reader& reader, const RegionCode& region)
      : reader_(reader),
        region_(region),
        supervision_(reader, region),
        plans_(stored_plans(reader, region)) {}

  ReportEntry told(const MonitoringReport& report, const MonitoringPeriod& period) {
    ReportEntry entry{
        report, supervision_.placed(report.set, report.candidate), "", period.name, {}};
    if (entry.of.lead) {
      const auto lead = reader_.find<catalogue::Organisation>(region_, *entry.of.lead);
      if (lead) entry.lead_name = lead->record.name;
    }
    const auto plan = plans_.find(entry.of.undertaking);
    entry.budget =
        budget_of(entry.of, plan == plans_.end() ? catalogue::ActionPlan{} : plan->second.record,
                  period.to.year);
    entry.late = period.due < report.reported_on;
    for (const auto& value : report.indicators) {
      const auto innovation = reader_.find<Innovation>(region_, value.innovation);
      const auto* found = innovation ? indicator_of(innovation->record, value.definition) : nullptr;
      entry.indicators.push_back(found ? *found : Indicator{});
    }
    return entry;
  }

 private:
  store::Reader& reader_;
  const RegionCode& region_;
  Supervision supervision_;
  std::map<Undertaking, StoredPlan> plans_;
};

void check_percent(const std::optional<std::int32_t>& percent, const char* pointer,
                   Messages& wrong) {
  if (!percent || (*percent >= 0 && *percent <= 100)) return;
  wrong.push_back({"monitoring.no_percent", {{"found", std::to_string(*percent)}}, pointer});
}

void check_texts(const ReportForm& form, Messages& wrong) {
  for (const auto& [text, pointer] :
       {std::pair{&form.obstacle, "/obstacle"}, {&form.explanation, "/explanation"}}) {
    if (text->size() <= kLongestReportText) continue;
    wrong.push_back(
        {"monitoring.long_text", {{"largest", std::to_string(kLongestReportText)}}, pointer});
  }
}

const MonitoringStage* stage_of(const Environment& environment, const RegionCode& region,
                                const ReportForm& form, Messages& wrong) {
  if (form.stage.empty()) {
    if (form.stage_percent) wrong.push_back({"monitoring.percent_of_no_stage", {}, "/stage"});
    return nullptr;
  }
  std::string known;
  if (environment.stages) {
    for (const auto& stage : environment.stages->of(region)) {
      if (stage.key == form.stage) return &stage;
      known += (known.empty() ? "" : ", ") + stage.key;
    }
  }
  wrong.push_back(
      {"monitoring.no_such_stage", {{"found", form.stage}, {"known", known}}, "/stage"});
  return nullptr;
}

/// Who names no entry means the only one that has such an indicator.
void name_entry(store::Reader& reader, const RegionCode& region, const Supervised& of,
                catalogue::IndicatorValue& value) {
  if (value.innovation != catalogue::InnovationId{}) return;
  std::vector<catalogue::InnovationId> having;
  for (const auto& id : of.entries) {
    const auto entry = reader.find<Innovation>(region, id);
    if (entry && indicator_of(entry->record, value.definition)) having.push_back(id);
  }
  if (having.size() == 1) value.innovation = having.front();
}

/// The values in canonical form.
std::vector<catalogue::IndicatorValue> read_values(store::Reader& reader, const RegionCode& region,
                                                   const Supervised& of, const ReportForm& form,
                                                   Messages& wrong) {
  std::vector<catalogue::IndicatorValue> values = form.indicators;
  if (values.size() > kMostIndicatorValues) {
    wrong.push_back({"monitoring.too_many_values",
                     {{"most", std::to_string(kMostIndicatorValues)}},
                     "/indicators"});
    return values;
  }
  std::set<std::pair<catalogue::InnovationId, std::string>> named;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto& value = values[i];
    name_entry(reader, region, of, value);
    const std::string place = "/indicators/" + std::to_string(i);
    const bool is_own =
        std::find(of.entries.begin(), of.entries.end(), value.innovation) != of.entries.end();
    const auto entry = is_own ? reader.find<Innovation>(region, value.innovation) : std::nullopt;
    if (!entry || !indicator_of(entry->record, value.definition) ||
        !named.insert({value.innovation, value.definition}).second) {
      wrong.push_back({"monitoring.no_such_indicator",
                       {{"found", value.definition}, {"name", of.name}},
                       place + "/definition"});
    }
    const auto number = Decimal::parse(value.value, LoneSeparator::kDecimal);
    if (number) {
      value.value = number->text();
    } else {
      wrong.push_back({"monitoring.no_number", {{"found", value.value}}, place + "/value"});
    }
  }
  return values;
}

/// What the form says, as a report of the candidate.
MonitoringReport read_form(store::Reader& reader, const Environment& environment,
                           const ReportPlace& place, const Supervised& of, const ReportForm& form) {
  Messages wrong;
  check_percent(form.percent, "/percent", wrong);
  check_percent(form.stage_percent, "/stage_percent", wrong);
  check_texts(form, wrong);
  if (form.realised &&
      (form.realised->amount < 0 || form.realised->amount > catalogue::kMaxRupiah)) {
    wrong.push_back({"quick_win.no_amount", {}, "/realised"});
  }
  const auto* stage = stage_of(environment, place.region, form, wrong);
  MonitoringReport report;
  report.region = place.region;
  report.period = place.period;
  report.set = of.set;
  report.selection = of.undertaking.selection;
  report.candidate = of.undertaking.candidate;
  report.stage = form.stage;
  report.stage_percent = form.stage_percent;
  report.percent = form.percent;
  report.realised = form.realised;
  report.indicators = read_values(reader, place.region, of, form, wrong);
  report.obstacle = form.obstacle;
  report.explanation = form.explanation;
  const bool says_something = !form.stage.empty() || form.percent || form.realised ||
                              !form.indicators.empty() || !form.obstacle.empty();
  if (!says_something) wrong.push_back({"monitoring.empty_report", {}, ""});
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
  if (stage && form.stage_percent) report.progress = progress_in(*stage, *form.stage_percent);
  return report;
}

/// Whether a report may come in now. One that comes late says why.
void require_welcome(const MonitoringPeriod& period, const StoredReport* before,
                     const ReportForm& form, const PartialDate& today) {
  if (period.state == PeriodState::kPlanned) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"monitoring.not_open", {{"name", period.name}}, ""});
  }
  if (period.state == PeriodState::kClosed && before) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"monitoring.reported_and_closed",
                          {{"name", period.name}, {"day", period.closed_on->text()}},
                          ""});
  }
  const bool is_late = !before && (period.due < today || period.state == PeriodState::kClosed);
  if (is_late && form.explanation.empty()) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"monitoring.explanation_missing",
                          {{"name", period.name}, {"due", period.due.text()}},
                          "/explanation"});
  }
}

/// Who was not waited for when a period closed owes it nothing.
void require_waited_for(const MonitoringPeriod& period, const Supervised& of,
                        const std::vector<Supervised>& waiting) {
  if (period.state != PeriodState::kClosed) return;
  const bool is_waited_for = std::any_of(waiting.begin(), waiting.end(), [&](const auto& one) {
    return one.undertaking == of.undertaking;
  });
  if (is_waited_for) return;
  throw Refusal(
      RefusalKind::kConflict,
      Message{"monitoring.not_waited_for", {{"name", period.name}, {"candidate", of.name}}, ""});
}

ReportEntry told(const Environment& environment, const ReportPlace& place,
                 catalogue::MonitoringReportId id) {
  ReportEntry entry;
  environment.store.read([&](store::Reader& reader) {
    const auto report = reader.find<MonitoringReport>(place.region, id).value().record;
    const auto period = stored_period(reader, place.region, place.period).record;
    entry = Reports(reader, place.region).told(report, period);
  });
  return entry;
}

}  // namespace

ReportEntry put_report(const Environment& environment, const Caller& caller,
                       const ReportPlace& place, const ReportForm& form) {
  require_somewhere(caller, Deed::kReport, place.region);
  const catalogue::MonitoringReportId new_id{environment.new_uuid()};
  const auto today = today_of(environment);
  catalogue::MonitoringReportId id;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto period = stored_period(writer, place.region, place.period).record;
    Supervision supervision(writer, place.region);
    const auto& of = supervision.required(place.set, place.candidate);
    require(caller, Deed::kReport, {place.region, of.lead});
    const auto reports = stored_reports(writer, place.region)[place.period];
    const auto found = reports.find(of.undertaking);
    const auto* before = found == reports.end() ? nullptr : &found->second;
    auto report = read_form(writer, environment, place, of, form);
    require_welcome(period, before, form, today);
    if (!before) require_waited_for(period, of, waiting_in(supervision, period, reports));
    report.id = before ? before->record.id : new_id;
    report.reported_on = before ? before->record.reported_on : today;
    if (before && report.explanation.empty()) report.explanation = before->record.explanation;
    writer.put(report, before ? "corrected" : "reported");
    id = report.id;
  });
  return told(environment, place, id);
}

std::vector<ReportEntry> reports_in(const Environment& environment, const Caller& caller,
                                    const RegionCode& region, MonitoringPeriodId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<ReportEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    const auto period = stored_period(reader, region, id).record;
    Reports reports(reader, region);
    const auto in_period = stored_reports(reader, region)[id];
    for (const auto& [undertaking, stored] : in_period) {
      entries.push_back(reports.told(stored.record, period));
    }
  });
  std::sort(entries.begin(), entries.end(), [](const auto& one, const auto& other) {
    return std::tie(one.of.name, one.report.id) < std::tie(other.of.name, other.report.id);
  });
  return entries;
}

std::vector<ReportEntry> reports_of(const Environment& environment, const Caller& caller,
                                    const RegionCode& region, QuickWinSetId set,
                                    const std::string& candidate) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<ReportEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    const auto of = Supervision(reader, region).placed(set, candidate);
    Reports reports(reader, region);
    auto all = stored_reports(reader, region);
    for (const auto& period : stored_periods(reader, region)) {
      const auto& in_period = all[period.record.id];
      const auto found = in_period.find(of.undertaking);
      if (found == in_period.end()) continue;
      entries.push_back(reports.told(found->second.record, period.record));
    }
  });
  std::reverse(entries.begin(), entries.end());
  return entries;
}

std::map<Undertaking, ReportEntry> last_reports(store::Reader& reader, const RegionCode& region) {
  std::map<Undertaking, ReportEntry> last;
  Reports reports(reader, region);
  auto all = stored_reports(reader, region);
  const auto periods = stored_periods(reader, region);
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    for (const auto& [undertaking, stored] : all[period->record.id]) {
      if (last.count(undertaking) > 0) continue;
      last.emplace(undertaking, reports.told(stored.record, period->record));
    }
  }
  return last;
}

}  // namespace pilah::registry
