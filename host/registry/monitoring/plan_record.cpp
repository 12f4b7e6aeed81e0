#include "pilah/registry/monitoring/plan_record.hpp"

#include "pilah/store/store.hpp"

namespace pilah::registry {

std::map<Undertaking, StoredPlan> stored_plans(store::Reader& reader,
                                               const catalogue::RegionCode& region) {
  std::map<Undertaking, StoredPlan> plans;
  reader.each<catalogue::ActionPlan>(region, [&](const StoredPlan& stored) {
    plans.emplace(Undertaking{stored.record.selection, stored.record.candidate}, stored);
    return true;
  });
  return plans;
}

bool is_late(const catalogue::ActionStep& step, const catalogue::PartialDate& today) {
  return !step.done_on && catalogue::is_over(step.to, today);
}

}  // namespace pilah::registry
