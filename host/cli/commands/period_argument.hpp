// A monitoring period that a person named.
#pragma once

#include <string>

#include "pilah/registry/monitoring/periods.hpp"

namespace pilah::cli {

/// By id or name. Throws Refusal(kInvalid) when the region has none of that name.
registry::PeriodEntry period_of_argument(const registry::Environment& environment,
                                         const registry::Caller& caller,
                                         const catalogue::RegionCode& region,
                                         const std::string& text);

}  // namespace pilah::cli
