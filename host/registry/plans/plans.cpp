#include "pilah/registry/plans/plans.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Plan;
using catalogue::PlanItemId;
using catalogue::PlanKind;
using catalogue::PlanLink;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

bool is_later(const Plan& one, const Plan& other) {
  return std::tie(one.last_year, one.edition) > std::tie(other.last_year, other.edition);
}

/// In which kind of plan the item stands.
PlanKind kind_of(store::Reader& reader, const RegionCode& region, PlanItemId item) {
  std::optional<PlanKind> kind;
  reader.each<Plan>(region, [&](const store::Stored<Plan>& stored) {
    for (const auto& one : stored.record.items) {
      if (one.id == item) kind = stored.record.kind;
    }
    return !kind;
  });
  if (kind) return *kind;
  throw Refusal(RefusalKind::kInvalid,
                Message{"plan.no_such_item", {{"id", item.text()}}, "/item"});
}

/// False: it is there already.
bool add_link(std::vector<PlanLink>& links, PlanKind kind, PlanItemId item) {
  for (const auto& link : links) {
    if (link.item == item) return false;
  }
  const auto open = std::find_if(links.begin(), links.end(), [&](const PlanLink& link) {
    return link.kind == kind && !link.item;
  });
  if (open == links.end()) {
    links.push_back({kind, item, ""});
  } else {
    open->item = item;
  }
  return true;
}

}  // namespace

std::vector<PlanEntry> plans(const Environment& environment, const Caller& caller,
                             const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<PlanEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    for (auto& stored : reader.all<Plan>(region)) {
      PlanEntry entry{std::move(stored.record), "", stored.revision};
      const auto owner = entry.plan.organisation ? reader.find<catalogue::Organisation>(
                                                       region, *entry.plan.organisation)
                                                 : std::nullopt;
      if (owner) entry.organisation = owner->record.name;
      entries.push_back(std::move(entry));
    }
  });
  const auto key = [](const PlanEntry& entry) {
    return std::tuple(entry.plan.kind, text::fold(entry.organisation), -entry.plan.last_year,
                      -entry.plan.edition, entry.plan.id);
  };
  std::sort(entries.begin(), entries.end(),
            [&](const auto& one, const auto& other) { return key(one) < key(other); });
  return entries;
}

std::vector<Plan> last_editions(store::Reader& reader, const RegionCode& region) {
  std::vector<Plan> last;
  reader.each<Plan>(region, [&](const store::Stored<Plan>& stored) {
    const Plan& plan = stored.record;
    const auto same = std::find_if(last.begin(), last.end(), [&](const Plan& one) {
      return one.kind == plan.kind && one.organisation == plan.organisation;
    });
    if (same == last.end()) {
      last.push_back(plan);
    } else if (is_later(plan, *same)) {
      *same = plan;
    }
    return true;
  });
  return last;
}

InnovationEntry link_to_plan(const Environment& environment, const Caller& caller,
                             catalogue::InnovationId id, PlanItemId item) {
  auto entry = innovation(environment, caller, id);
  PlanKind kind{};
  environment.store.read(
      [&](store::Reader& reader) { kind = kind_of(reader, entry.innovation.region, item); });
  auto links = entry.innovation.plan_links;
  if (!add_link(links, kind, item)) return entry;
  return change_innovation(environment, caller, id, {{"plan_links", catalogue::to_json(links)}},
                           entry.revision);
}

}  // namespace pilah::registry
