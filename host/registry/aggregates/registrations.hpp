// How many innovations were registered in which month.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::registry {

struct MonthlyCount {
  std::string month;  ///< its first day, ISO 8601: "2024-03-01"
  std::size_t count = 0;
  std::size_t total = 0;  ///< of all months up to this one
};

struct Registrations {
  std::vector<MonthlyCount> months;  ///< without gaps from the first to the last
  std::int64_t revision = 0;
};

/// Of what the filter finds and the caller sees, by the region's own calendar. When an
/// innovation was registered its id tells (UUIDs of version 7 begin with the time).
/// Throws as innovations() does; looks at every one found: a second for 300,000.
Registrations registrations(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, const InnovationFilter& filter);

/// The month in which a UUID of version 7 was made, `hours` east of Greenwich: years * 12
/// + month, from 0.
int month_of(const catalogue::Uuid& uuid, int hours);

}  // namespace pilah::registry
