#include "pilah/cli/commands/monitoring_printing.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"

namespace pilah::cli {
namespace {

using registry::ActionPlanEntry;
using registry::LateThing;

template <class Names, class Key>
std::string name_in(const Names& names, const Key& key) {
  const auto found = names.find(key);
  return found == names.end() || found->second.empty() ? "-" : found->second;
}

std::string placing_of(const Session& session, catalogue::Placing placing) {
  return session.say("quick_win.placing." + std::string(catalogue::name_of(placing)));
}

std::string cost_of(const Session& session, const catalogue::ActionStep& step) {
  std::string costs;
  for (const auto& cost : step.costs) {
    const auto amount =
        cost.amount
            ? session.say("quick_win.rupiah", {{"amount", session.grouped(cost.amount->amount)}})
            : session.say("quick_win.cost_unknown");
    costs += (costs.empty() ? "" : ", ") + std::to_string(cost.year) + " " + amount;
    if (cost.source) costs += " (" + std::string(catalogue::name_of(*cost.source)) + ")";
  }
  return costs.empty() ? session.say("quick_win.cost_unknown") : costs;
}

void print_step(const Session& session, const ActionPlanEntry& entry, std::size_t number) {
  const auto& step = entry.plan.steps[number];
  const auto organisation = step.organisation ? step.organisation : entry.of.lead;
  session.print_line(session.say(
      "action_plan.step_line",
      {{"number", std::to_string(number + 1)},
       {"name", step.name},
       {"from", step.from.text()},
       {"to", step.to.text()},
       {"person", step.responsible ? name_in(entry.names, step.responsible->uuid) : "-"},
       {"organisation", organisation ? name_in(entry.names, organisation->uuid) : "-"}}));
  session.print_line("     " +
                     session.say("action_plan.output_line",
                                 {{"output", step.output}, {"cost", cost_of(session, step)}}));
  if (step.done_on) {
    session.print_line("     " +
                       session.say("action_plan.done_line", {{"day", step.done_on->text()}}));
  } else if (entry.late[number]) {
    session.print_line("     " + session.say("action_plan.late_line"));
  }
  if (!step.explanation.empty()) {
    session.print_line(
        "     " + session.say("monitoring.explanation_line", {{"explanation", step.explanation}}));
  }
}

std::string percent_of(const registry::ReportEntry& entry) {
  const auto& report = entry.report;
  if (report.percent) return std::to_string(*report.percent) + " %";
  if (!report.progress) return "-";
  constexpr std::int64_t kInPercent = 10'000;
  return std::to_string(report.progress->value / kInPercent) + " %";
}

void print_money(const Session& session, const registry::ReportEntry& entry) {
  if (!entry.report.realised) return;
  const auto realised = session.grouped(entry.report.realised->amount);
  session.print_line(
      "  " + (entry.budget
                  ? session.say(
                        "monitoring.money_line",
                        {{"realised", realised}, {"budget", session.grouped(entry.budget->amount)}})
                  : session.say("monitoring.money_of_unknown_line", {{"realised", realised}})));
}

/// The heading under which it is told.
const char* heading_of(const LateThing& thing) {
  if (thing.done_on) {
    return thing.explanation.empty() ? "monitoring.heading.was_late"
                                     : "monitoring.heading.was_late_explained";
  }
  return thing.explanation.empty() ? "monitoring.heading.late" : "monitoring.heading.explained";
}

}  // namespace

void print_plan_line(const Session& session, const ActionPlanEntry& entry) {
  const auto& steps = entry.plan.steps;
  const auto done = std::count_if(steps.begin(), steps.end(),
                                  [](const auto& step) { return step.done_on.has_value(); });
  const auto late = std::count(entry.late.begin(), entry.late.end(), true);
  session.print_line(
      session.say("action_plan.line",
                  {{"name", entry.of.name},
                   {"placing", placing_of(session, entry.of.placing)},
                   {"lead", entry.of.lead ? name_in(entry.names, entry.of.lead->uuid) : "-"},
                   {"steps", std::to_string(steps.size())},
                   {"done", std::to_string(done)},
                   {"late", std::to_string(late)},
                   {"set", entry.of.set.text()},
                   {"candidate", entry.of.undertaking.candidate}}));
}

void print_plan(const Session& session, const ActionPlanEntry& entry) {
  print_plan_line(session, entry);
  if (!entry.of.now) session.print_line(session.say("action_plan.left_line"));
  for (std::size_t i = 0; i < entry.plan.steps.size(); ++i) print_step(session, entry, i);
}

void print_period_line(const Session& session, const registry::PeriodEntry& entry) {
  const auto& period = entry.period;
  session.print_line(session.say(
      "monitoring.period_line",
      {{"name", period.name},
       {"state", session.say("monitoring.state." + std::string(catalogue::name_of(period.state)))},
       {"from", period.from.text()},
       {"to", period.to.text()},
       {"due", period.due.text()},
       {"reported", std::to_string(entry.reported)},
       {"waiting", std::to_string(entry.waiting.size())}}));
}

void print_period(const Session& session, const registry::PeriodEntry& entry) {
  print_period_line(session, entry);
  for (const auto& day : entry.period.reminded_on) {
    session.print_line(session.say("monitoring.reminded_line", {{"day", day.text()}}));
  }
  for (const auto& one : entry.waiting) {
    session.print_line(
        session.say("monitoring.waiting_line",
                    {{"name", one.name},
                     {"lead", one.lead ? name_in(entry.organisations, *one.lead) : "-"},
                     {"placing", placing_of(session, one.placing)}}));
  }
}

void print_report(const Session& session, const registry::ReportEntry& entry) {
  const auto& report = entry.report;
  session.print_line(
      session.say("monitoring.report_line", {{"name", entry.of.name},
                                             {"period", entry.period_name},
                                             {"percent", percent_of(entry)},
                                             {"stage", report.stage.empty() ? "-" : report.stage},
                                             {"day", report.reported_on.text()}}));
  print_money(session, entry);
  for (std::size_t i = 0; i < report.indicators.size(); ++i) {
    const auto& indicator = entry.indicators[i];
    session.print_line(
        "  " + session.say("monitoring.indicator_line",
                           {{"definition", report.indicators[i].definition},
                            {"value", report.indicators[i].value},
                            {"unit", indicator.unit},
                            {"baseline", indicator.baseline.empty() ? "?" : indicator.baseline},
                            {"target", indicator.target.empty() ? "?" : indicator.target}}));
  }
  if (!report.obstacle.empty()) {
    session.print_line("  " +
                       session.say("monitoring.obstacle_line", {{"obstacle", report.obstacle}}));
  }
  if (!report.explanation.empty()) {
    session.print_line(
        "  " + session.say("monitoring.explanation_line", {{"explanation", report.explanation}}));
  }
}

void print_horizon(const Session& session, const registry::Horizon& horizon) {
  session.print_line(placing_of(session, horizon.placing));
  if (horizon.entries.empty()) session.print_line("  " + session.say("horizon.none"));
  for (const auto& entry : horizon.entries) {
    session.print_line(
        "  " +
        session.say("horizon.line", {{"name", entry.of.name},
                                     {"lead", entry.lead_name.empty() ? "-" : entry.lead_name},
                                     {"done", std::to_string(entry.steps_done)},
                                     {"steps", std::to_string(entry.steps)},
                                     {"next", entry.next ? entry.next->name : "-"},
                                     {"percent", entry.last ? percent_of(*entry.last) : "-"},
                                     {"period", entry.last ? entry.last->period_name : "-"},
                                     {"late", std::to_string(entry.late)},
                                     {"explained", std::to_string(entry.late_explained)},
                                     {"follow_ups", std::to_string(entry.open_follow_ups)}}));
  }
}

void print_late(const Session& session, const std::vector<LateThing>& things) {
  if (things.empty()) session.print_line(session.say("monitoring.nothing_late"));
  std::string heading;
  for (const auto& thing : things) {
    if (heading != heading_of(thing)) {
      heading = heading_of(thing);
      session.print_line(session.say(heading));
    }
    session.print_line("  " +
                       session.say("monitoring.late." + std::string(registry::name_of(thing.kind)),
                                   {{"name", thing.of ? thing.of->name : "-"},
                                    {"what", thing.what},
                                    {"owner", thing.owner_name.empty() ? "-" : thing.owner_name},
                                    {"due", thing.due.text()}}));
    if (!thing.explanation.empty()) {
      session.print_line("    " + session.say("monitoring.explanation_line",
                                              {{"explanation", thing.explanation}}));
    }
  }
}

}  // namespace pilah::cli
