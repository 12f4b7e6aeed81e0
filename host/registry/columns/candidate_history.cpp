#include "pilah/registry/columns/candidate_history.hpp"

#include <algorithm>

namespace pilah::registry {

namespace {

/// Calls `use` with the candidate's own id and those of its members.
template <class Use>
void each_id(const Candidate& candidate, Use use) {
  use(candidate.id);
  if (!candidate.package) return;
  for (const auto* member : candidate.members) use(member->id.text());
}

/// Physical where that was reported, else by the stage.
std::optional<double> percent_of(const catalogue::MonitoringReport& report) {
  constexpr double kMillionthsInPercent = 10'000;
  if (report.percent) return static_cast<double>(*report.percent);
  if (!report.progress) return std::nullopt;
  return static_cast<double>(report.progress->value) / kMillionthsInPercent;
}

}  // namespace

CandidateHistory::CandidateHistory(const CatalogueView& view) {
  for (const auto& plan : view.plans) {
    auto& items = plan.kind == catalogue::PlanKind::kRpjmd ? rpjmd_ : renstra_;
    for (const auto& item : plan.items) items.insert(item.id);
  }
  // Ids rise with time, so the last one of an assessor is the newest, and a panel that was
  // opened later takes the place of those before.
  for (const auto& assessment : view.assessments) {
    auto& judged = judged_[{assessment.innovation, assessment.criterion}];
    if (assessment.panel < judged.panel) continue;
    if (judged.panel < assessment.panel) judged = {assessment.panel, {}};
    judged.steps[assessment.assessor] = assessment.step.value;
  }
  for (const auto& set : view.quick_win_sets) {
    for (const auto& placed : set.candidates) {
      if (placed.placing == catalogue::Placing::kQuickWin) quick_wins_.insert(placed.candidate);
    }
  }
  std::map<catalogue::MonitoringPeriodId, catalogue::PartialDate> ends;
  for (const auto& period : view.monitoring_periods) ends[period.id] = period.to;
  for (const auto& report : view.monitoring_reports) {
    const auto percent = percent_of(report);
    if (!percent) continue;
    const auto until = ends[report.period];
    const auto [at, is_new] = reports_.try_emplace(report.candidate);
    if (!is_new && until < at->second.until) continue;
    at->second = {until, *percent};
  }
}

bool CandidateHistory::linked(const Candidate& candidate, catalogue::PlanKind kind) const {
  const auto& items = kind == catalogue::PlanKind::kRpjmd ? rpjmd_ : renstra_;
  return std::any_of(candidate.members.begin(), candidate.members.end(), [&](const auto* member) {
    return std::any_of(member->plan_links.begin(), member->plan_links.end(),
                       [&](const auto& link) { return link.item && items.count(*link.item) > 0; });
  });
}

std::optional<Assessed> CandidateHistory::assessed(const Candidate& candidate,
                                                   std::string_view criterion) const {
  std::vector<std::int32_t> steps;
  for (const auto* member : candidate.members) {
    const auto found = judged_.find({member->id, std::string(criterion)});
    if (found == judged_.end()) continue;
    for (const auto& [assessor, step] : found->second.steps) steps.push_back(step);
  }
  if (steps.empty()) return std::nullopt;
  std::sort(steps.begin(), steps.end());
  const std::size_t middle = steps.size() / 2;
  const double median = steps.size() % 2 == 1
                            ? static_cast<double>(steps[middle])
                            : (static_cast<double>(steps[middle - 1]) + steps[middle]) / 2.0;
  return Assessed{median, static_cast<double>(steps.back() - steps.front())};
}

bool CandidateHistory::quick_win_before(const Candidate& candidate) const {
  bool found = false;
  each_id(candidate, [&](const std::string& id) { found = found || quick_wins_.count(id) > 0; });
  return found;
}

std::optional<double> CandidateHistory::monitored(const Candidate& candidate) const {
  const Report* newest = nullptr;
  each_id(candidate, [&](const std::string& id) {
    const auto found = reports_.find(id);
    if (found == reports_.end()) return;
    if (!newest || newest->until < found->second.until) newest = &found->second;
  });
  if (!newest) return std::nullopt;
  return newest->percent;
}

}  // namespace pilah::registry
