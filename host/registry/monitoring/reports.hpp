// Reports: what has become of a candidate in a period.
//
// Whoever reports for the candidate's lead reports, planners too; once a period is closed,
// only what is still missing comes in. A report that is late says why. Who works in the
// region reads, also of candidates that have left the set since.
//
// Errors: catalogue::Refusal; kNotFound for a period, set or candidate that is none,
// kConflict for a candidate that is not supervised (supervised.hpp), for a period that is
// not open yet, or closed with a report in it, kInvalid with a message per wrong field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostIndicatorValues = 100;  // of a report
inline constexpr std::size_t kLongestReportText = 5'000;  // bytes

struct ReportForm {
  std::string stage;
  std::optional<std::int32_t> stage_percent;
  std::optional<std::int32_t> percent;
  std::optional<catalogue::Rupiah> realised;
  /// Without an entry: the only one of the candidate's that has such an indicator.
  std::vector<catalogue::IndicatorValue> indicators;
  std::string obstacle;
  std::string explanation;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("stage", self.stage);
    visit("stage_percent", self.stage_percent);
    visit("percent", self.percent);
    visit("realised", self.realised);
    visit("indicators", self.indicators);
    visit("obstacle", self.obstacle);
    visit("explanation", self.explanation);
  }
};

struct ReportPlace {
  catalogue::RegionCode region;
  catalogue::MonitoringPeriodId period;
  catalogue::QuickWinSetId set;
  std::string candidate;
};

struct ReportEntry {
  catalogue::MonitoringReport report;
  Supervised of;  ///< as the set has it that was in force
  std::string lead_name;
  std::string period_name;
  std::optional<catalogue::Rupiah> budget;  ///< of the period's year; nothing: unknown
  bool late = false;                        ///< it came after its day
  /// By value of the report: the entry's indicator; without a definition where the entry
  /// has it no more.
  std::vector<catalogue::Indicator> indicators = {};
};

/// In the place of what was reported before, while the period is open.
ReportEntry put_report(const Environment& environment, const Caller& caller,
                       const ReportPlace& place, const ReportForm& form);

/// Of a period, by their candidates' names.
std::vector<ReportEntry> reports_in(const Environment& environment, const Caller& caller,
                                    const catalogue::RegionCode& region,
                                    catalogue::MonitoringPeriodId period);

/// Of a candidate that the set places, in whatever set it was reported: the newest period
/// first.
std::vector<ReportEntry> reports_of(const Environment& environment, const Caller& caller,
                                    const catalogue::RegionCode& region,
                                    catalogue::QuickWinSetId set, const std::string& candidate);

/// Of every candidate the report of its newest period, within a read.
std::map<Undertaking, ReportEntry> last_reports(store::Reader& reader,
                                                const catalogue::RegionCode& region);

}  // namespace pilah::registry
