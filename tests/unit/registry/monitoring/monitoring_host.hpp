// A region with an adopted set: entry 0 and 1 are quick wins, 2 is placed in the medium
// term, 3 not now. Today is whatever a test says, 10 April 2026 at first.
#pragma once

#include <string>
#include <vector>

#include "pilah/registry/monitoring/action_plans.hpp"
#include "pilah/registry/monitoring/evaluation_schemes.hpp"
#include "pilah/registry/monitoring/follow_ups.hpp"
#include "pilah/registry/monitoring/late.hpp"
#include "pilah/registry/monitoring/periods.hpp"
#include "pilah/registry/monitoring/reports.hpp"
#include "pilah/registry/monitoring/stages.hpp"
#include "unit/registry/quick_wins/quick_win_host.hpp"

namespace pilah::tests {

class MonitoringHost : public QuickWinHost {
 public:
  MonitoringHost() {
    environment.today = [this] { return today; };
    environment.stages = &stages_;
    environment.schemes = &schemes_;
    auto adoption = usual();
    adoption.candidates = {{id(2), catalogue::Placing::kMediumTerm, "menunggu 2027"}};
    const auto adopted = adopt(adoption);
    auto costed = formulation(0);
    costed.costs = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{200}},
                    {2027, {}, catalogue::Rupiah{50}}};
    formulate(adopted, costed);
    formulate(adopted, formulation(1));
    set = now(adopted);
  }

  static catalogue::PartialDate date(const std::string& text) {
    return *catalogue::PartialDate::parse(text);
  }

  registry::PlanPlace place(std::size_t entry) const { return {region, set.set.id, id(entry)}; }
  registry::PlannedStep step(const std::string& name, const std::string& from,
                             const std::string& to) const {
    return {name, "12 petugas terlatih", "Siti", {}, date(from), date(to), {}};
  }
  registry::ActionPlanEntry plan(std::size_t entry,
                                 const std::vector<registry::PlannedStep>& steps) {
    return registry::put_action_plan(environment, insider(), place(entry), steps,
                                     plan(entry).revision);
  }
  registry::ActionPlanEntry plan(std::size_t entry) {
    return registry::action_plan(environment, insider(), place(entry));
  }
  registry::ActionPlanEntry note(std::size_t entry, std::size_t number,
                                 const registry::StepNote& note) {
    return registry::note_step(environment, insider(), place(entry), number, note,
                               plan(entry).revision);
  }

  registry::PeriodEntry add_period(const std::string& name, const std::string& from,
                                   const std::string& to, const std::string& due) {
    catalogue::MonitoringPeriod made;
    made.region = region;
    made.name = name;
    made.from = date(from);
    made.to = date(to);
    made.due = date(due);
    return registry::add_period(environment, insider(), made);
  }
  registry::PeriodEntry first_quarter() {
    return add_period("Triwulan I", "2026-01-01", "2026-03-31", "2026-04-15");
  }
  registry::PeriodEntry open(const registry::PeriodEntry& period) {
    return registry::open_period(environment, insider(), {region, period.period.id, {}});
  }
  registry::PeriodEntry close(const registry::PeriodEntry& period) {
    return registry::close_period(environment, insider(), {region, period.period.id, {}});
  }
  registry::PeriodEntry present(const registry::PeriodEntry& period) {
    return registry::period(environment, insider(), region, period.period.id);
  }

  registry::ReportEntry report(const registry::PeriodEntry& period, std::size_t entry,
                               const registry::ReportForm& form) {
    return registry::put_report(environment, insider(),
                                {region, period.period.id, set.set.id, id(entry)}, form);
  }
  registry::ReportEntry report(const registry::PeriodEntry& period, std::size_t entry,
                               std::int32_t percent, const std::string& explanation = "") {
    registry::ReportForm form;
    form.percent = percent;
    form.explanation = explanation;
    return report(period, entry, form);
  }
  /// A recommendation of the council to the first organisation, of entry 0.
  registry::NewFollowUp recommendation(const std::string& text, const std::string& due) const {
    registry::NewFollowUp asked;
    asked.source = catalogue::FollowUpSource::kCouncil;
    asked.from = "Dewan Smart City, rapat 3";
    asked.set = set.set.id;
    asked.candidate = id(0);
    asked.text = text;
    asked.owner = organisations[0];
    asked.due = date(due);
    return asked;
  }
  registry::FollowUpEntry raise(const registry::NewFollowUp& asked) {
    return registry::raise_follow_up(environment, insider(), region, asked);
  }
  registry::FollowUpEntry answer(const registry::FollowUpEntry& entry,
                                 const registry::FollowUpAnswer& given) {
    const auto id = entry.follow_up.id;
    return registry::answer_follow_up(
        environment, insider(), region, id, given,
        registry::follow_up(environment, insider(), region, id).revision);
  }

  /// "kind name: what" of each, a line each, with its explanation in brackets; what was
  /// late begins with "was".
  std::string late() {
    std::string lines;
    for (const auto& thing : registry::late_things(environment, insider(), region)) {
      lines += std::string(lines.empty() ? "" : "\n") + (thing.done_on ? "was " : "") +
               std::string(registry::name_of(thing.kind)) + " " +
               (thing.of ? thing.of->name : "-") + ": " + thing.what;
      if (!thing.explanation.empty()) lines += " (" + thing.explanation + ")";
    }
    return lines;
  }
  /// The second quick win leaves, the fourth entry comes; what follows is of the new set.
  void amend_set() {
    auto amendment = change();
    amendment.candidates = {{id(1), catalogue::Placing::kNotNow, "program pusat"},
                            {id(3), catalogue::Placing::kQuickWin, "siap lebih dulu"}};
    set = amend(set, amendment);
  }

  std::string today = "2026-04-10";
  registry::QuickWinSetEntry set;

 private:
  registry::Stages stages_ = registry::Stages::read(registry_data("stages.json"));
  registry::EvaluationSchemes schemes_ =
      registry::EvaluationSchemes::read(registry_data("evaluation_schemes.json"));
};

}  // namespace pilah::tests
