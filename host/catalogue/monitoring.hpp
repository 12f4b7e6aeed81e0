// Monitoring (monev): the periods in which adopted candidates are reported of, and the
// reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

enum class PeriodState { kPlanned, kOpen, kClosed };

/// A candidate of a set that had not reported when a period closed.
struct NotReported {
  QuickWinSetId set;
  std::string candidate;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("set", self.set);
    visit("candidate", self.candidate);
  }
  friend bool operator==(const NotReported&, const NotReported&) = default;
};

/// Planned, then open, then closed, each once. All dates are whole days.
struct MonitoringPeriod {
  MonitoringPeriodId id;
  RegionCode region;
  std::string name;  ///< "Triwulan I 2026"
  PartialDate from;
  PartialDate to;
  PartialDate due;  ///< the last day for reports
  PeriodState state = PeriodState::kPlanned;
  std::optional<PartialDate> opened_on;
  std::optional<PartialDate> closed_on;
  std::vector<PartialDate> reminded_on;
  /// As it was when it closed: who comes into a set later owed it nothing.
  std::vector<NotReported> not_reported;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("from", self.from);
    visit("to", self.to);
    visit("due", self.due);
    visit("state", self.state);
    visit("opened_on", self.opened_on);
    visit("closed_on", self.closed_on);
    visit("reminded_on", self.reminded_on);
    visit("not_reported", self.not_reported);
  }
  friend bool operator==(const MonitoringPeriod&, const MonitoringPeriod&) = default;
};

/// What an indicator of an entry stands at.
struct IndicatorValue {
  InnovationId innovation;
  std::string definition;  ///< of the indicator, as the entry has it
  std::string value;       ///< a decimal text

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("innovation", self.innovation);
    visit("definition", self.definition);
    visit("value", self.value);
  }
  friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

/// One for each candidate and period. What is left out is unknown.
struct MonitoringReport {
  MonitoringReportId id;
  RegionCode region;
  MonitoringPeriodId period;
  QuickWinSetId set;  ///< that was in force
  SelectionId selection;
  std::string candidate;
  std::string stage;                          ///< key of stages.json
  std::optional<std::int32_t> stage_percent;  ///< how far within the stage, 0 to 100
  std::optional<Millionths> progress;         ///< by the stage formula, as it was on that day
  std::optional<std::int32_t> percent;        ///< physical, of the whole, 0 to 100
  std::optional<Rupiah> realised;             ///< of the period's year, until its end
  std::vector<IndicatorValue> indicators;
  std::string obstacle;
  std::string explanation;  ///< why it is late
  PartialDate reported_on;  ///< the first time; a correction does not make it late

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("period", self.period);
    visit("set", self.set);
    visit("selection", self.selection);
    visit("candidate", self.candidate);
    visit("stage", self.stage);
    visit("stage_percent", self.stage_percent);
    visit("progress", self.progress);
    visit("percent", self.percent);
    visit("realised", self.realised);
    visit("indicators", self.indicators);
    visit("obstacle", self.obstacle);
    visit("explanation", self.explanation);
    visit("reported_on", self.reported_on);
  }
  friend bool operator==(const MonitoringReport&, const MonitoringReport&) = default;
};

}  // namespace pilah::catalogue
