#include "pilah/registry/monitoring/measures.hpp"

#include <algorithm>
#include <cmath>

#include "pilah/registry/intake/decimal.hpp"

namespace pilah::registry {

using catalogue::Indicator;
using catalogue::Innovation;

namespace {

constexpr std::int64_t kWhole = 1'000'000;
constexpr ScoreRange kAnything{0, kWhole};

ScoreRange certain(std::int64_t share) { return {share, share}; }

/// The mean of the ranges; anything, where there is none.
ScoreRange mean_of(const std::vector<ScoreRange>& ranges) {
  if (ranges.empty()) return kAnything;
  ScoreRange sum;
  for (const auto& range : ranges) {
    sum.low += range.low;
    sum.high += range.high;
  }
  const auto count = static_cast<std::int64_t>(ranges.size());
  return {sum.low / count, sum.high / count};
}

std::optional<double> number_in(const std::string& text) {
  constexpr std::int64_t kThousandths = 1'000;
  const auto decimal = Decimal::parse(text, LoneSeparator::kDecimal);
  const auto rounded = decimal ? decimal->rounded(kThousandths) : std::nullopt;
  return rounded ? std::optional(static_cast<double>(*rounded)) : std::nullopt;
}

/// As last reported; failing that, as the entry has it, what a verifier found first.
std::string newest_value(const Innovation& entry, const Indicator& indicator,
                         const KnownOfCandidate& known) {
  std::string value;
  for (const auto& report : known.reports) {
    for (const auto& each : report.indicators) {
      if (each.innovation == entry.id && each.definition == indicator.definition) {
        value = each.value;
      }
    }
  }
  if (!value.empty()) return value;
  const auto& measured = indicator.verified.empty() ? indicator.measured : indicator.verified;
  const auto last =
      std::max_element(measured.begin(), measured.end(),
                       [](const auto& one, const auto& other) { return one.date < other.date; });
  return last == measured.end() ? std::string() : last->value;
}

/// How far it has come from its baseline to its target.
ScoreRange reached_by(const Innovation& entry, const Indicator& indicator,
                      const KnownOfCandidate& known) {
  const auto from = number_in(indicator.baseline);
  const auto to = number_in(indicator.target);
  const auto now = number_in(newest_value(entry, indicator, known));
  if (!from || !to || !now || *from == *to) return kAnything;
  const double share = std::clamp((*now - *from) / (*to - *from), 0.0, 1.0);
  return certain(std::llround(share * static_cast<double>(kWhole)));
}

void measure_baseline(const KnownOfCandidate& known, PartScore& score) {
  std::int64_t all = 0;
  std::int64_t having = 0;
  for (const auto& entry : known.entries) {
    for (const auto& indicator : entry.indicators) {
      ++all;
      if (!indicator.baseline.empty()) ++having;
    }
    if (entry.indicators.empty()) {
      score.missing.push_back({"self_score.no_indicator", {{"name", entry.name}}, ""});
    }
  }
  // Whether there is a baseline is known, also where there is none.
  score.reached = certain(all == 0 ? 0 : having * kWhole / all);
  if (having < all) {
    score.missing.push_back(
        {"self_score.no_baseline", {{"count", std::to_string(all - having)}}, ""});
  }
}

void measure_progress(const KnownOfCandidate& known, PartScore& score) {
  constexpr std::int64_t kMillionthsInPercent = 10'000;
  score.reached = kAnything;
  for (const auto& report : known.reports) {
    if (report.percent) {
      score.reached = certain(*report.percent * kMillionthsInPercent);
    } else if (report.progress) {
      score.reached = certain(report.progress->value);
    }
  }
  if (score.reached == kAnything) score.missing.push_back({"self_score.no_report", {}, ""});
}

void measure_target(const KnownOfCandidate& known, PartScore& score) {
  std::vector<ScoreRange> ranges;
  for (const auto& entry : known.entries) {
    for (const auto& indicator : entry.indicators) {
      ranges.push_back(reached_by(entry, indicator, known));
      if (ranges.back().is_known()) continue;
      score.missing.push_back(
          {"self_score.indicator_unknown", {{"definition", indicator.definition}}, ""});
    }
  }
  score.reached = mean_of(ranges);
  if (ranges.empty()) score.missing.push_back({"self_score.nothing_measured", {}, ""});
}

void measure_survey(const KnownOfCandidate& known, PartScore& score) {
  constexpr std::int64_t kMillionthsInPercent = 10'000;
  std::vector<ScoreRange> ranges;
  for (const auto& entry : known.entries) {
    for (const auto& mapping : entry.mappings) {
      if (!mapping.primary || !mapping.confirmed) continue;
      const auto survey = known.surveys.find(mapping.area);
      const auto value = survey == known.surveys.end()
                             ? std::nullopt
                             : Decimal::parse(survey->second.value, LoneSeparator::kDecimal);
      const auto share = value ? value->rounded(kMillionthsInPercent) : std::nullopt;
      ranges.push_back(share ? certain(*share) : kAnything);
      if (!share) score.missing.push_back({"self_score.no_survey", {{"area", mapping.area}}, ""});
    }
  }
  score.reached = mean_of(ranges);
  if (ranges.empty()) score.missing.push_back({"self_score.no_area", {}, ""});
}

void measure_steps(const KnownOfCandidate& known, PartScore& score) {
  std::int64_t due = 0;
  std::int64_t done = 0;
  if (known.plan) {
    for (const auto& step : known.plan->steps) {
      if (!catalogue::is_over(step.to, known.today)) continue;
      ++due;
      if (step.done_on) ++done;
    }
  }
  score.reached = due == 0 ? kAnything : certain(done * kWhole / due);
  if (due == 0) score.missing.push_back({"self_score.no_step_due", {}, ""});
  if (done < due) {
    score.missing.push_back({"self_score.steps_late", {{"count", std::to_string(due - done)}}, ""});
  }
}

}  // namespace

PartScore measured(const SchemePart& part, const KnownOfCandidate& known) {
  PartScore score{part, {}};
  switch (part.measure) {
    case ScoreMeasure::kBaselineKnown:
      measure_baseline(known, score);
      break;
    case ScoreMeasure::kProgress:
      measure_progress(known, score);
      break;
    case ScoreMeasure::kTargetReached:
      measure_target(known, score);
      break;
    case ScoreMeasure::kSurvey:
      measure_survey(known, score);
      break;
    case ScoreMeasure::kStepsDone:
      measure_steps(known, score);
      break;
  }
  return score;
}

}  // namespace pilah::registry
