// Monitoring periods: planned, opened, reminded of, and closed, each by those who choose.
//
// Opening tells every organisation that is to report; reminding those alone that have not.
// Closing keeps who had not reported. Who works in the region reads.
//
// Errors: catalogue::Refusal; kNotFound for a period that is none, kStale when it was
// changed since `expected_revision`, kConflict for a step that its state does not allow,
// kInvalid with a message per wrong field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/monitoring.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostPeriods = 400;        // of a region
inline constexpr std::size_t kMostReminders = 30;       // of a period, one a day
inline constexpr std::size_t kLongestPeriodName = 200;  // bytes

struct PeriodEntry {
  catalogue::MonitoringPeriod period;
  std::int64_t revision = 0;
  std::int64_t reported = 0;
  std::vector<Supervised> waiting = {};                                 ///< for whose reports
  std::map<catalogue::OrganisationId, std::string> organisations = {};  ///< of `waiting`
};

/// By their first day.
std::vector<PeriodEntry> periods(const Environment& environment, const Caller& caller,
                                 const catalogue::RegionCode& region);

PeriodEntry period(const Environment& environment, const Caller& caller,
                   const catalogue::RegionCode& region, catalogue::MonitoringPeriodId id);

/// Adds it under a new id, planned: of the record only its name and dates are taken.
PeriodEntry add_period(const Environment& environment, const Caller& caller,
                       catalogue::MonitoringPeriod period);

/// Changes the name and dates that `patch` names (RFC 7396), while it is planned.
PeriodEntry change_period(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region, catalogue::MonitoringPeriodId id,
                          const boost::json::object& patch, std::int64_t expected_revision);

/// A period, and the revision of it that whoever asks has read; none: whatever it is now.
struct PeriodStep {
  catalogue::RegionCode region;
  catalogue::MonitoringPeriodId id;
  std::optional<std::int64_t> expected_revision = {};
};

PeriodEntry open_period(const Environment& environment, const Caller& caller,
                        const PeriodStep& step);
/// Once a day.
PeriodEntry remind_of_period(const Environment& environment, const Caller& caller,
                             const PeriodStep& step);
PeriodEntry close_period(const Environment& environment, const Caller& caller,
                         const PeriodStep& step);

}  // namespace pilah::registry
