// Action plans within one read or write.
#pragma once

#include <map>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/registry/monitoring/supervised.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::registry {

using StoredPlan = store::Stored<catalogue::ActionPlan>;

/// All of the region.
std::map<Undertaking, StoredPlan> stored_plans(store::Reader& reader,
                                               const catalogue::RegionCode& region);

/// Whether it is not done though its month is over.
bool is_late(const catalogue::ActionStep& step, const catalogue::PartialDate& today);

}  // namespace pilah::registry
