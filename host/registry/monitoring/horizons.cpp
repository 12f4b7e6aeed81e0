#include "pilah/registry/monitoring/horizons.hpp"

#include <map>

#include "pilah/catalogue/follow_up.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/registry/monitoring/late.hpp"
#include "pilah/registry/monitoring/plan_record.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::ActionPlan;
using catalogue::RegionCode;

namespace {

/// Tells candidates within one read.
class Telling {
 public:
  Telling(store::Reader& reader, const RegionCode& region, const catalogue::PartialDate& today)
      : reader_(reader),
        region_(region),
        supervision_(reader, region),
        plans_(stored_plans(reader, region)),
        last_(last_reports(reader, region)) {
    for (const auto& thing : late_things(reader, region, today)) {
      if (!thing.of || thing.done_on) continue;
      auto& counts = late_[thing.of->undertaking];
      ++(thing.explanation.empty() ? counts.late : counts.explained);
    }
    reader.each<catalogue::FollowUp>(region, [&](const auto& stored) {
      const auto& one = stored.record;
      if (!one.set || one.done_on) return true;
      ++open_[supervision_.placed(*one.set, one.candidate).undertaking];
      return true;
    });
  }

  std::vector<HorizonEntry> told_of(catalogue::Placing placing) {
    std::vector<HorizonEntry> entries;
    for (const auto* one : supervision_.all()) {
      if (one->placing == placing) entries.push_back(told(*one));
    }
    return entries;
  }

 private:
  struct LateCounts {
    std::size_t late = 0;
    std::size_t explained = 0;
  };

  HorizonEntry told(const Supervised& of) {
    HorizonEntry entry;
    entry.of = of;
    if (of.lead) {
      const auto lead = reader_.find<catalogue::Organisation>(region_, *of.lead);
      if (lead) entry.lead_name = lead->record.name;
    }
    const auto plan = plans_.find(of.undertaking);
    if (plan != plans_.end()) add_steps(plan->second.record, entry);
    const auto last = last_.find(of.undertaking);
    if (last != last_.end()) entry.last = last->second;
    entry.late = late_[of.undertaking].late;
    entry.late_explained = late_[of.undertaking].explained;
    entry.open_follow_ups = open_[of.undertaking];
    return entry;
  }

  static void add_steps(const ActionPlan& plan, HorizonEntry& entry) {
    entry.steps = plan.steps.size();
    for (const auto& step : plan.steps) {
      if (step.done_on) {
        ++entry.steps_done;
      } else if (!entry.next || step.to < entry.next->to) {
        entry.next = step;
      }
    }
  }

  store::Reader& reader_;
  const RegionCode& region_;
  Supervision supervision_;
  std::map<Undertaking, StoredPlan> plans_;
  std::map<Undertaking, ReportEntry> last_;
  std::map<Undertaking, LateCounts> late_;
  std::map<Undertaking, std::size_t> open_;
};

}  // namespace

std::vector<Horizon> horizons(const Environment& environment, const Caller& caller,
                              const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<Horizon> all;
  environment.store.read([&](store::Reader& reader) {
    all.clear();
    Telling telling(reader, region, today_of(environment));
    for (const auto placing : kHorizons) all.push_back({placing, telling.told_of(placing)});
  });
  return all;
}

}  // namespace pilah::registry
