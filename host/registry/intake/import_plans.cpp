#include "pilah/registry/intake/import_plans.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/intake/plan_document.hpp"
#include "pilah/registry/intake/plan_index.hpp"
#include "pilah/registry/intake/region_indexes.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Plan;
using catalogue::PlanId;
using catalogue::PlanItem;
using catalogue::PlanItemId;
using catalogue::RegionCode;

namespace {

constexpr std::int64_t kSliceMilliseconds = 15;

bool is_same_plan(const Plan& a, const Plan& b) {
  return a.kind == b.kind && a.organisation == b.organisation &&
         text::fold(a.name) == text::fold(b.name) && a.first_year == b.first_year &&
         a.last_year == b.last_year && a.edition == b.edition;
}

std::string item_word(const PlanItem& item) {
  const std::string word = text::fold(item.code.empty() ? item.name : item.code);
  return std::to_string(static_cast<int>(item.level)) + (item.code.empty() ? "n" : "c") + word;
}

/// `plan` with the items of `document` brought in.
void take_items(const Environment& environment, Plan& plan, const Plan& document) {
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < plan.items.size(); ++i) known.emplace(item_word(plan.items[i]), i);
  for (const auto& item : document.items) {
    const auto [entry, is_new] = known.emplace(item_word(item), plan.items.size());
    if (is_new) {
      plan.items.push_back(item);
      plan.items.back().id = PlanItemId{environment.new_uuid()};
    } else {
      plan.items[entry->second].name = item.name;
    }
  }
}

void put_plans(const Environment& environment, const Caller& caller, const RegionCode& region,
               const std::vector<Plan>& documents, PlanReport& report) {
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    report = {};
    std::vector<Plan> there;
    for (auto& stored : writer.all<Plan>(region)) there.push_back(std::move(stored.record));
    for (const auto& document : documents) {
      report.items += static_cast<std::int64_t>(document.items.size());
      auto known = std::find_if(there.begin(), there.end(),
                                [&](const Plan& plan) { return is_same_plan(plan, document); });
      if (known == there.end()) {
        Plan plan = document;
        plan.id = PlanId{environment.new_uuid()};
        plan.items.clear();
        take_items(environment, plan, document);
        writer.put(plan, "imported");
        there.push_back(std::move(plan));
        ++report.plans_added;
        continue;
      }
      const Plan before = *known;
      take_items(environment, *known, document);
      if (*known == before) {
        ++report.plans_unchanged;
      } else {
        writer.put(*known, "updated by import");
        ++report.plans_updated;
      }
    }
  });
}

/// Innovations with a link that is not resolved; read first, so that no write
/// goes through a whole region.
std::vector<InnovationId> with_open_links(const Environment& environment, const RegionCode& region,
                                          const PlanIndex& plans) {
  std::vector<InnovationId> ids;
  environment.store.read([&](store::Reader& reader) {
    ids.clear();
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      auto links = stored.record.plan_links;
      if (resolve_links(plans, stored.record.owner, links) > 0) ids.push_back(stored.record.id);
      return true;
    });
  });
  return ids;
}

std::int64_t resolve_in_store(const Environment& environment, const Caller& caller,
                              const RegionCode& region, const PlanIndex& plans) {
  const auto ids = with_open_links(environment, region, plans);
  std::int64_t resolved = 0;
  for (std::size_t at = 0; at < ids.size();) {
    std::size_t done = at;
    std::int64_t in_slice = 0;
    environment.store.write({caller.actor}, [&](store::Writer& writer) {
      const std::int64_t begin = environment.steady_milliseconds();
      in_slice = 0;
      for (done = at; done < ids.size();) {
        auto stored = writer.find<Innovation>(region, ids[done++]);
        if (!stored) continue;
        const auto count = resolve_links(plans, stored->record.owner, stored->record.plan_links);
        if (count > 0) writer.put(stored->record, "plan links resolved");
        in_slice += static_cast<std::int64_t>(count);
        if (environment.steady_milliseconds() - begin >= kSliceMilliseconds) break;
      }
    });
    resolved += in_slice;
    at = done;
  }
  return resolved;
}

}  // namespace

PlanReport import_plans(const Environment& environment, const Caller& caller,
                        const RegionCode& region, std::string_view json) {
  require(caller, Deed::kChoose, {region, {}});
  RegionIndexes indexes(environment);
  const auto documents = read_plans(json, region, indexes.organisations(region));
  PlanReport report;
  put_plans(environment, caller, region, documents, report);
  RegionIndexes fresh(environment);
  report.links_resolved = resolve_in_store(environment, caller, region, fresh.plans(region));
  return report;
}

}  // namespace pilah::registry
