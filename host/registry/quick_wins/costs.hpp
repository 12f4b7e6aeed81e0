// Costs by year and source of funds, as they are promised and planned.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/message.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostCosts = 100;

/// A message for each year and amount that can be none, and each year and source named
/// twice. `pointer`: where the list lies.
void check_costs(const std::vector<catalogue::Budget>& costs, const std::string& pointer,
                 catalogue::Messages& wrong);

}  // namespace pilah::registry
