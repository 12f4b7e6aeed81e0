// The three horizons: quick wins, the medium term (the RPJMD's period) and the long term,
// each told the same way.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/reports.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

inline constexpr std::array kHorizons = {
    catalogue::Placing::kQuickWin, catalogue::Placing::kMediumTerm, catalogue::Placing::kLongTerm};

struct HorizonEntry {
  Supervised of;
  std::string lead_name;
  std::size_t steps = 0;
  std::size_t steps_done = 0;
  std::optional<catalogue::ActionStep> next;  ///< the one to be done first
  std::optional<ReportEntry> last;            ///< of the newest period
  std::size_t late = 0;                       ///< steps, reports, follow-ups
  std::size_t late_explained = 0;
  std::size_t open_follow_ups = 0;
};

struct Horizon {
  catalogue::Placing placing = catalogue::Placing::kQuickWin;
  std::vector<HorizonEntry> entries;
};

/// All three, in the order of kHorizons, whether or not something is placed there. Who works
/// in the region reads.
std::vector<Horizon> horizons(const Environment& environment, const Caller& caller,
                              const catalogue::RegionCode& region);

}  // namespace pilah::registry
