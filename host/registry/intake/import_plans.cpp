#include "pilah/registry/intake/import_plans.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/refusal.hpp"
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
constexpr std::size_t kMostOrphansTold = 20;

/// The name of an innovation that links to each item.
using LinkedItems = std::unordered_map<PlanItemId, std::string>;

bool is_same_plan(const Plan& a, const Plan& b) {
  return a.kind == b.kind && a.organisation == b.organisation &&
         text::fold(a.name) == text::fold(b.name) && a.first_year == b.first_year &&
         a.last_year == b.last_year && a.edition == b.edition;
}

std::string item_word(const PlanItem& item) {
  const std::string word = text::fold(item.code.empty() ? item.name : item.code);
  return std::to_string(static_cast<int>(item.level)) + (item.code.empty() ? "n" : "c") + word;
}

/// Read first, so that no write goes through a whole region.
LinkedItems linked_items(const Environment& environment, const RegionCode& region) {
  LinkedItems linked;
  environment.store.read([&](store::Reader& reader) {
    linked.clear();
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      if (stored.record.status == catalogue::Status::kArchived) return true;
      for (const auto& link : stored.record.plan_links) {
        if (link.item) linked.emplace(*link.item, stored.record.name);
      }
      return true;
    });
  });
  return linked;
}

/// The edition that `document` renews: the last one before it for the same years.
const Plan* edition_before(const std::vector<Plan>& plans, const Plan& document) {
  const Plan* before = nullptr;
  for (const auto& plan : plans) {
    const bool is_older = plan.kind == document.kind &&
                          plan.organisation == document.organisation &&
                          plan.first_year == document.first_year &&
                          plan.last_year == document.last_year && plan.edition < document.edition;
    if (is_older && (!before || plan.edition > before->edition)) before = &plan;
  }
  return before;
}

/// Gives each item of the new edition the id that it had in the one before, so that what
/// links to it links on. Throws when an item that is linked to has none.
void keep_ids(Plan& plan, const Plan& before, const LinkedItems& linked,
              const std::string& pointer) {
  std::unordered_map<std::string, PlanItem*> now;
  for (auto& item : plan.items) now.emplace(item_word(item), &item);
  catalogue::Messages orphans;
  for (const auto& item : before.items) {
    if (const auto same = now.find(item_word(item)); same != now.end()) {
      same->second->id = item.id;
      continue;
    }
    const auto link = linked.find(item.id);
    if (link == linked.end() || orphans.size() == kMostOrphansTold) continue;
    orphans.push_back({"plan.orphans",
                       {{"item", item.code.empty() ? item.name : item.code + " " + item.name},
                        {"edition", std::to_string(before.edition)},
                        {"innovation", link->second}},
                       pointer + "/items"});
  }
  if (!orphans.empty()) {
    throw catalogue::Refusal(catalogue::RefusalKind::kConflict, std::move(orphans));
  }
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
               const std::vector<Plan>& documents, const LinkedItems& linked, PlanReport& report) {
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    report = {};
    std::vector<Plan> there;
    for (auto& stored : writer.all<Plan>(region)) there.push_back(std::move(stored.record));
    std::size_t number = 0;
    for (const auto& document : documents) {
      const std::string pointer = "/plans/" + std::to_string(number++);
      report.items += static_cast<std::int64_t>(document.items.size());
      auto known = std::find_if(there.begin(), there.end(),
                                [&](const Plan& plan) { return is_same_plan(plan, document); });
      if (known == there.end()) {
        Plan plan = document;
        plan.id = PlanId{environment.new_uuid()};
        plan.items.clear();
        take_items(environment, plan, document);
        if (const Plan* before = edition_before(there, plan)) {
          keep_ids(plan, *before, linked, pointer);
        }
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
  put_plans(environment, caller, region, documents, linked_items(environment, region), report);
  RegionIndexes fresh(environment);
  report.links_resolved = resolve_in_store(environment, caller, region, fresh.plans(region));
  return report;
}

}  // namespace pilah::registry
