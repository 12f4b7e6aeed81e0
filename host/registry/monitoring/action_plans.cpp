#include "pilah/registry/monitoring/action_plans.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/monitoring/plan_record.hpp"
#include "pilah/registry/people/person_named.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/quick_wins/costs.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::ActionPlan;
using catalogue::ActionStep;
using catalogue::Message;
using catalogue::Messages;
using catalogue::PartialDate;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

/// Tells plans within one read.
class Plans {
 public:
  Plans(store::Reader& reader, const RegionCode& region, const PartialDate& today)
      : reader_(reader), region_(region), today_(today), stored_(stored_plans(reader, region)) {}

  ActionPlanEntry told(const Supervised& of) {
    ActionPlanEntry entry{of, {}, 0};
    entry.plan.region = region_;
    entry.plan.selection = entry.of.undertaking.selection;
    entry.plan.candidate = entry.of.undertaking.candidate;
    const auto stored = stored_.find(entry.of.undertaking);
    if (stored != stored_.end()) {
      entry.plan = stored->second.record;
      entry.revision = stored->second.revision;
    }
    if (entry.of.lead) name<catalogue::Organisation>(entry, *entry.of.lead);
    for (const auto& step : entry.plan.steps) {
      entry.late.push_back(entry.of.now && is_late(step, today_));
      if (step.responsible) name<catalogue::Person>(entry, *step.responsible);
      if (step.organisation) name<catalogue::Organisation>(entry, *step.organisation);
    }
    return entry;
  }

 private:
  template <class Record, class Id>
  void name(ActionPlanEntry& entry, const Id& id) {
    auto known = names_.find(id.uuid);
    if (known == names_.end()) {
      const auto stored = reader_.find<Record>(region_, id);
      known = names_.emplace(id.uuid, stored ? stored->record.name : std::string()).first;
    }
    entry.names.insert(*known);
  }

  store::Reader& reader_;
  const RegionCode& region_;
  PartialDate today_;
  std::map<Undertaking, StoredPlan> stored_;
  std::map<catalogue::Uuid, std::string> names_;
};

ActionPlanEntry told(const Environment& environment, const PlanPlace& place) {
  ActionPlanEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = Plans(reader, place.region, today_of(environment))
                .told(Supervision(reader, place.region).placed(place.set, place.candidate));
  });
  return entry;
}

void check_texts(const PlannedStep& step, const std::string& place, Messages& wrong) {
  if (step.name.empty() || step.name.size() > kLongestStepName) {
    wrong.push_back(
        {"action_plan.bad_name", {{"largest", std::to_string(kLongestStepName)}}, place + "/name"});
  }
  if (step.output.empty() || step.output.size() > kLongestStepText) {
    wrong.push_back({"action_plan.bad_output",
                     {{"largest", std::to_string(kLongestStepText)}},
                     place + "/output"});
  }
}

void check_months(const PlannedStep& step, const std::string& place, Messages& wrong) {
  if (step.from.month == 0) wrong.push_back({"action_plan.no_month", {}, place + "/from"});
  if (step.to.month == 0) wrong.push_back({"action_plan.no_month", {}, place + "/to"});
  if (step.from.month == 0 || step.to.month == 0) return;
  // A month reaches to its last day: from the 5th to that same month is no mistake.
  const bool ends_early =
      step.to.day == 0 ? catalogue::is_over(step.to, step.from) : step.to < step.from;
  if (ends_early) wrong.push_back({"action_plan.ends_early", {}, place + "/to"});
}

Messages wrong_with(store::Reader& reader, const RegionCode& region,
                    const std::vector<PlannedStep>& steps) {
  Messages wrong;
  if (steps.size() > kMostSteps) {
    return {{"action_plan.too_many", {{"most", std::to_string(kMostSteps)}}, "/steps"}};
  }
  std::set<std::string> names;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& step = steps[i];
    const std::string place = "/steps/" + std::to_string(i);
    check_texts(step, place, wrong);
    check_months(step, place, wrong);
    check_costs(step.costs, place + "/costs", wrong);
    if (!names.insert(step.name).second) {
      wrong.push_back({"action_plan.name_twice", {{"name", step.name}}, place + "/name"});
    }
    if (step.organisation && !reader.find<catalogue::Organisation>(region, *step.organisation)) {
      wrong.push_back({"panel.no_such_organisation",
                       {{"id", step.organisation->text()}},
                       place + "/organisation"});
    }
  }
  return wrong;
}

/// The plan as it is stored, or a new one; `expected_revision` 0 expects none.
StoredPlan plan_to_change(store::Reader& reader, const Environment& environment,
                          const RegionCode& region, const Supervised& of,
                          std::int64_t expected_revision) {
  const auto plans = stored_plans(reader, region);
  const auto found = plans.find(of.undertaking);
  StoredPlan stored;
  if (found != plans.end()) {
    stored = found->second;
  } else {
    stored.record = {
        {environment.new_uuid()}, region, of.undertaking.selection, of.undertaking.candidate, {}};
  }
  if (stored.revision != expected_revision) {
    throw Refusal(RefusalKind::kStale,
                  Message{"action_plan.changed_since",
                          {{"name", of.name}, {"revision", std::to_string(stored.revision)}},
                          ""});
  }
  return stored;
}

ActionStep planned(store::Writer& writer, const Environment& environment, const RegionCode& region,
                   const PlannedStep& asked, const std::vector<ActionStep>& before,
                   const std::string& place) {
  const auto same = std::find_if(before.begin(), before.end(),
                                 [&](const auto& step) { return step.name == asked.name; });
  ActionStep step;
  if (same != before.end()) step = *same;
  if (!asked.responsible.empty() || !step.responsible) {
    step.responsible =
        person_named(writer, environment, region, asked.responsible, place + "/responsible");
  }
  step.name = asked.name;
  step.output = asked.output;
  step.organisation = asked.organisation;
  step.from = asked.from;
  step.to = asked.to;
  step.costs = asked.costs;
  return step;
}

/// Of the candidate's lead, or of the organisation that takes the step.
void require_reporter(const Caller& caller, const RegionCode& region, const Supervised& of,
                      const ActionStep& step) {
  if (step.organisation && may(caller, Deed::kReport, {region, step.organisation})) return;
  require(caller, Deed::kReport, {region, of.lead});
}

void take_note(ActionStep& step, const StepNote& note, const PartialDate& today) {
  if (note.done_on && (note.done_on->day == 0 || today < *note.done_on)) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"monitoring.no_day",
                          {{"day", note.done_on->text()}, {"today", today.text()}},
                          "/done_on"});
  }
  if (note.explanation.size() > kLongestStepText) {
    throw Refusal(RefusalKind::kInvalid, Message{"monitoring.long_text",
                                                 {{"largest", std::to_string(kLongestStepText)}},
                                                 "/explanation"});
  }
  if (note.done_on) step.done_on = note.done_on;
  if (!note.explanation.empty()) step.explanation = note.explanation;
}

}  // namespace

std::vector<ActionPlanEntry> action_plans(const Environment& environment, const Caller& caller,
                                          const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<ActionPlanEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Plans plans(reader, region, today_of(environment));
    Supervision supervision(reader, region);
    for (const auto* one : supervision.all()) entries.push_back(plans.told(*one));
  });
  return entries;
}

ActionPlanEntry action_plan(const Environment& environment, const Caller& caller,
                            const PlanPlace& place) {
  require_somewhere(caller, Deed::kReadInternal, place.region);
  return told(environment, place);
}

ActionPlanEntry put_action_plan(const Environment& environment, const Caller& caller,
                                const PlanPlace& place, const std::vector<PlannedStep>& steps,
                                std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {place.region, {}});
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    Supervision supervision(writer, place.region);
    const auto& of = supervision.required(place.set, place.candidate);
    auto plan = plan_to_change(writer, environment, place.region, of, expected_revision).record;
    auto wrong = wrong_with(writer, place.region, steps);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    const auto before = std::exchange(plan.steps, {});
    for (std::size_t i = 0; i < steps.size(); ++i) {
      plan.steps.push_back(planned(writer, environment, place.region, steps[i], before,
                                   "/steps/" + std::to_string(i)));
    }
    writer.put(plan, "planned");
  });
  return told(environment, place);
}

ActionPlanEntry note_step(const Environment& environment, const Caller& caller,
                          const PlanPlace& place, std::size_t step, const StepNote& note,
                          std::int64_t expected_revision) {
  require_somewhere(caller, Deed::kReport, place.region);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    Supervision supervision(writer, place.region);
    const auto& of = supervision.required(place.set, place.candidate);
    auto plan = plan_to_change(writer, environment, place.region, of, expected_revision).record;
    if (step < 1 || step > plan.steps.size()) {
      throw Refusal(RefusalKind::kNotFound, Message{"action_plan.no_such_step",
                                                    {{"number", std::to_string(step)},
                                                     {"steps", std::to_string(plan.steps.size())},
                                                     {"name", of.name}},
                                                    ""});
    }
    auto& noted = plan.steps[step - 1];
    require_reporter(caller, place.region, of, noted);
    take_note(noted, note, today_of(environment));
    writer.put(plan, noted.done_on ? "step done" : "step explained");
  });
  return told(environment, place);
}

}  // namespace pilah::registry
