#include "pilah/registry/monitoring/self_score.hpp"

#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/monitoring/measures.hpp"
#include "pilah/registry/monitoring/plan_record.hpp"
#include "pilah/registry/monitoring/report_record.hpp"
#include "pilah/registry/monitoring/surveys.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

EvaluationScheme scheme_of(const Environment& environment, const RegionCode& region,
                           const std::string& key) {
  const auto found = environment.schemes
                         ? environment.schemes->find(region, key, today_of(environment))
                         : std::nullopt;
  if (found) return *found;
  std::string known;
  if (environment.schemes) {
    for (const auto& each : environment.schemes->of(region)) {
      known += (known.empty() ? "" : ", ") + each.key;
    }
  }
  throw Refusal(RefusalKind::kNotFound,
                Message{"self_score.no_such_scheme", {{"key", key}, {"known", known}}, "/scheme"});
}

ScoreRange weighed(const std::vector<PartScore>& parts) {
  std::int64_t weights = 0;
  ScoreRange sum;
  for (const auto& score : parts) {
    weights += score.part.weight;
    sum.low += score.part.weight * score.reached.low;
    sum.high += score.part.weight * score.reached.high;
  }
  return {sum.low / weights, sum.high / weights};
}

/// Scores candidates within one read.
class Scoring {
 public:
  Scoring(store::Reader& reader, const RegionCode& region, const catalogue::PartialDate& today)
      : reader_(reader),
        region_(region),
        today_(today),
        plans_(stored_plans(reader, region)),
        periods_(stored_periods(reader, region)),
        reports_(stored_reports(reader, region)),
        surveys_(newest_survey_values(reader, region)) {}

  EntryScore score(const Supervised& of, const EvaluationScheme& scheme) {
    const auto known = known_of(of);
    EntryScore entry{of, {}, {}};
    for (const auto& part : scheme.parts) entry.parts.push_back(measured(part, known));
    entry.reached = weighed(entry.parts);
    return entry;
  }

 private:
  KnownOfCandidate known_of(const Supervised& of) {
    KnownOfCandidate known{{}, {}, {}, surveys_, today_};
    for (const auto& id : of.entries) {
      const auto entry = reader_.find<catalogue::Innovation>(region_, id);
      if (entry) known.entries.push_back(entry->record);
    }
    const auto plan = plans_.find(of.undertaking);
    if (plan != plans_.end()) known.plan = plan->second.record;
    for (const auto& period : periods_) {
      const auto& in_period = reports_[period.record.id];
      const auto report = in_period.find(of.undertaking);
      if (report != in_period.end()) known.reports.push_back(report->second.record);
    }
    return known;
  }

  store::Reader& reader_;
  const RegionCode& region_;
  catalogue::PartialDate today_;
  std::map<Undertaking, StoredPlan> plans_;
  std::vector<StoredPeriod> periods_;
  std::map<catalogue::MonitoringPeriodId, ReportsByUndertaking> reports_;
  std::map<std::string, catalogue::SurveyValue> surveys_;
};

/// Each part's mean over the entries. Requires: there is one.
std::vector<PartScore> means_of(const SelfScore& score) {
  std::vector<PartScore> means;
  const auto count = static_cast<std::int64_t>(score.entries.size());
  for (std::size_t i = 0; i < score.scheme.parts.size(); ++i) {
    ScoreRange sum;
    for (const auto& entry : score.entries) {
      sum.low += entry.parts[i].reached.low;
      sum.high += entry.parts[i].reached.high;
    }
    means.push_back({score.scheme.parts[i], {sum.low / count, sum.high / count}});
  }
  return means;
}

}  // namespace

SelfScore self_score(const Environment& environment, const Caller& caller, const RegionCode& region,
                     const std::string& scheme) {
  require_somewhere(caller, Deed::kReadInternal, region);
  SelfScore score;
  score.scheme = scheme_of(environment, region, scheme);
  environment.store.read([&](store::Reader& reader) {
    score.entries.clear();
    Scoring scoring(reader, region, today_of(environment));
    Supervision supervision(reader, region);
    for (const auto* one : supervision.all()) {
      if (one->placing != catalogue::Placing::kQuickWin) continue;
      score.entries.push_back(scoring.score(*one, score.scheme));
    }
  });
  if (score.entries.empty()) {
    throw Refusal(RefusalKind::kConflict, Message{"self_score.nobody", {}, ""});
  }
  score.parts = means_of(score);
  score.reached = weighed(score.parts);
  return score;
}

}  // namespace pilah::registry
