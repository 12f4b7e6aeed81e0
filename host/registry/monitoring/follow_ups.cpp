#include "pilah/registry/monitoring/follow_ups.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/monitoring/report_record.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::FollowUp;
using catalogue::FollowUpId;
using catalogue::FollowUpSource;
using catalogue::Message;
using catalogue::Messages;
using catalogue::MonitoringReport;
using catalogue::PartialDate;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

using StoredFollowUp = store::Stored<FollowUp>;

constexpr std::array<std::string_view, 4> kStateNames{"late", "explained", "open", "done"};

StoredFollowUp found(store::Reader& reader, const RegionCode& region, FollowUpId id) {
  auto stored = reader.find<FollowUp>(region, id);
  if (stored) return *std::move(stored);
  throw Refusal(RefusalKind::kNotFound, Message{"follow_up.not_found", {{"id", id.text()}}, ""});
}

FollowUpState state_of(const FollowUp& one, const PartialDate& today) {
  if (one.done_on) return FollowUpState::kDone;
  if (!catalogue::is_over(one.due, today)) return FollowUpState::kOpen;
  return one.explanation.empty() ? FollowUpState::kLate : FollowUpState::kLateExplained;
}

FollowUpEntry told(store::Reader& reader, Supervision& supervision, StoredFollowUp stored,
                   const PartialDate& today) {
  FollowUpEntry entry{std::move(stored.record), stored.revision};
  const auto& one = entry.follow_up;
  entry.state = state_of(one, today);
  const auto owner = reader.find<catalogue::Organisation>(one.region, one.owner);
  if (owner) entry.owner_name = owner->record.name;
  if (one.set) entry.of = supervision.placed(*one.set, one.candidate);
  if (!one.report) return entry;
  const auto report = reader.find<MonitoringReport>(one.region, *one.report);
  if (report) {
    entry.period_name = stored_period(reader, one.region, report->record.period).record.name;
  }
  return entry;
}

FollowUpEntry told(const Environment& environment, const RegionCode& region, FollowUpId id) {
  FollowUpEntry entry;
  environment.store.read([&](store::Reader& reader) {
    Supervision supervision(reader, region);
    entry = told(reader, supervision, found(reader, region, id), today_of(environment));
  });
  return entry;
}

void check_text(const std::string& text, std::size_t longest, bool needed, const char* pointer,
                Messages& wrong) {
  if (text.size() > longest || (needed && text.empty())) {
    wrong.push_back({"follow_up.bad_text", {{"largest", std::to_string(longest)}}, pointer});
  }
}

/// The report that it follows from.
std::optional<catalogue::MonitoringReportId> report_of(store::Reader& reader,
                                                       const RegionCode& region,
                                                       const NewFollowUp& asked,
                                                       const std::optional<Supervised>& of,
                                                       Messages& wrong) {
  if (asked.source != FollowUpSource::kReport) return std::nullopt;
  if (!asked.period || !of) {
    wrong.push_back({"follow_up.of_no_report", {}, asked.period ? "/candidate" : "/period"});
    return std::nullopt;
  }
  const auto reports = stored_reports(reader, region)[*asked.period];
  const auto report = reports.find(of->undertaking);
  if (report != reports.end()) return report->second.record.id;
  wrong.push_back({"follow_up.of_no_report", {}, "/period"});
  return std::nullopt;
}

FollowUp raised(store::Reader& reader, const RegionCode& region, const NewFollowUp& asked,
                const std::optional<Supervised>& of) {
  Messages wrong;
  check_text(asked.text, kLongestFollowUpText, true, "/text", wrong);
  check_text(asked.from, kLongestFollowUpFrom, asked.source != FollowUpSource::kReport, "/from",
             wrong);
  if (asked.due.day == 0) wrong.push_back({"monitoring.whole_day", {}, "/due"});
  const auto owner = asked.owner || !of ? asked.owner : of->lead;
  if (!owner) {
    wrong.push_back({"follow_up.no_owner", {}, "/owner"});
  } else if (!reader.find<catalogue::Organisation>(region, *owner)) {
    wrong.push_back({"panel.no_such_organisation", {{"id", owner->text()}}, "/owner"});
  }
  FollowUp one;
  one.region = region;
  one.source = asked.source;
  one.from = asked.from;
  one.report = report_of(reader, region, asked, of, wrong);
  one.set = asked.set;
  one.candidate = asked.candidate;
  one.text = asked.text;
  one.due = asked.due;
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
  one.owner = *owner;
  return one;
}

void require_room(store::Reader& reader, const RegionCode& region) {
  std::size_t count = 0;
  reader.each<FollowUp>(region, [&](const StoredFollowUp&) { return ++count < kMostFollowUps; });
  if (count < kMostFollowUps) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"follow_up.too_many", {{"most", std::to_string(kMostFollowUps)}}, ""});
}

void take_answer(FollowUp& one, const FollowUpAnswer& answer, const PartialDate& today) {
  Messages wrong;
  check_text(answer.answer, kLongestFollowUpText, answer.done_on && one.answer.empty(), "/answer",
             wrong);
  check_text(answer.explanation, kLongestFollowUpText, false, "/explanation", wrong);
  if (answer.done_on && (answer.done_on->day == 0 || today < *answer.done_on)) {
    wrong.push_back({"monitoring.no_day",
                     {{"day", answer.done_on->text()}, {"today", today.text()}},
                     "/done_on"});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
  if (!answer.answer.empty()) one.answer = answer.answer;
  if (!answer.explanation.empty()) one.explanation = answer.explanation;
  if (answer.done_on) one.done_on = answer.done_on;
}

}  // namespace

std::string_view name_of(FollowUpState state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

std::vector<FollowUpEntry> follow_ups(const Environment& environment, const Caller& caller,
                                      const RegionCode& region,
                                      std::optional<FollowUpState> state) {
  require_somewhere(caller, Deed::kReadInternal, region);
  const auto today = today_of(environment);
  std::vector<FollowUpEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Supervision supervision(reader, region);
    for (auto& stored : reader.all<FollowUp>(region)) {
      if (state && state_of(stored.record, today) != *state) continue;
      entries.push_back(told(reader, supervision, std::move(stored), today));
    }
  });
  std::stable_sort(entries.begin(), entries.end(), [](const auto& one, const auto& other) {
    return std::tie(one.state, one.follow_up.due) < std::tie(other.state, other.follow_up.due);
  });
  return entries;
}

FollowUpEntry follow_up(const Environment& environment, const Caller& caller,
                        const RegionCode& region, FollowUpId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  return told(environment, region, id);
}

FollowUpEntry raise_follow_up(const Environment& environment, const Caller& caller,
                              const RegionCode& region, const NewFollowUp& asked) {
  const bool is_of_report = asked.source == FollowUpSource::kReport;
  if (is_of_report) {
    require_somewhere(caller, Deed::kReport, region);
  } else {
    require(caller, Deed::kChoose, {region, {}});
  }
  const FollowUpId id{environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    std::optional<Supervised> of;
    if (asked.set) of = Supervision(writer, region).placed(*asked.set, asked.candidate);
    if (is_of_report && of) require(caller, Deed::kReport, {region, of->lead});
    auto one = raised(writer, region, asked, of);
    require_room(writer, region);
    one.id = id;
    one.raised_on = today_of(environment);
    writer.put(one, "raised");
    tell_follow_up(writer, one, caller.actor);
  });
  return told(environment, region, id);
}

FollowUpEntry answer_follow_up(const Environment& environment, const Caller& caller,
                               const RegionCode& region, FollowUpId id,
                               const FollowUpAnswer& answer, std::int64_t expected_revision) {
  require_somewhere(caller, Deed::kReport, region);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = found(writer, region, id);
    require(caller, Deed::kReport, {region, stored.record.owner});
    if (stored.record.done_on) {
      throw Refusal(
          RefusalKind::kConflict,
          Message{"follow_up.done_already", {{"day", stored.record.done_on->text()}}, ""});
    }
    if (stored.revision != expected_revision) {
      throw Refusal(
          RefusalKind::kStale,
          Message{"follow_up.changed_since", {{"revision", std::to_string(stored.revision)}}, ""});
    }
    take_answer(stored.record, answer, today_of(environment));
    writer.put(stored.record, stored.record.done_on ? "done" : "answered");
  });
  return told(environment, region, id);
}

}  // namespace pilah::registry
