// Monitoring periods and reports within one read or write.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/registry/monitoring/supervised.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::registry {

using StoredPeriod = store::Stored<catalogue::MonitoringPeriod>;
using StoredReport = store::Stored<catalogue::MonitoringReport>;

/// Throws Refusal(kNotFound).
StoredPeriod stored_period(store::Reader& reader, const catalogue::RegionCode& region,
                           catalogue::MonitoringPeriodId id);

/// By their first day, then by id.
std::vector<StoredPeriod> stored_periods(store::Reader& reader,
                                         const catalogue::RegionCode& region);

using ReportsByUndertaking = std::map<Undertaking, StoredReport>;
/// Of all periods of the region.
std::map<catalogue::MonitoringPeriodId, ReportsByUndertaking> stored_reports(
    store::Reader& reader, const catalogue::RegionCode& region);

/// Who has not reported: of a period that is open, of all that are supervised now; of one
/// that is closed, of those who had not, and have not since. Of one that is planned nobody.
std::vector<Supervised> waiting_in(Supervision& supervision,
                                   const catalogue::MonitoringPeriod& period,
                                   const ReportsByUndertaking& reports);
std::vector<Supervised> waiting_in(store::Reader& reader,
                                   const catalogue::MonitoringPeriod& period);

/// What is planned to be spent in that year: by the steps, or, where they say nothing of
/// it, as formulated. Nothing when that, or a part of it, is unknown.
std::optional<catalogue::Rupiah> budget_of(const Supervised& of, const catalogue::ActionPlan& plan,
                                           std::int32_t year);

}  // namespace pilah::registry
