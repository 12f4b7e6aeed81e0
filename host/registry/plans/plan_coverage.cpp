#include "pilah/registry/plans/plan_coverage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/plans/plans.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Plan;
using catalogue::PlanItem;
using catalogue::PlanItemId;
using catalogue::PlanLevel;
using catalogue::RegionCode;

namespace {

using OrganisationNames = std::map<catalogue::OrganisationId, std::string>;

OrganisationNames organisation_names(store::Reader& reader, const RegionCode& region) {
  OrganisationNames names;
  reader.each<catalogue::Organisation>(region, [&](const auto& stored) {
    names.emplace(stored.record.id, stored.record.name);
    return true;
  });
  return names;
}

/// The programmes of the last editions, and which of them an item carries out.
class Programmes {
 public:
  Programmes(const std::vector<Plan>& last, const OrganisationNames& names) {
    for (const auto& plan : last) {
      const auto owner = plan.organisation ? names.find(*plan.organisation) : names.end();
      const std::size_t first = all_.size();
      for (const auto& item : plan.items) {
        if (item.level != PlanLevel::kProgramme) continue;
        all_.push_back({plan.kind, plan.name, owner == names.end() ? "" : owner->second, item.id,
                        item.code, item.name, 0});
      }
      for (const auto& item : plan.items) take_item(item, first);
    }
  }

  /// Counts an innovation once for each programme that one of the items carries out;
  /// answers whether there is any.
  bool count(const std::vector<PlanItemId>& items) {
    std::set<std::size_t> carried;
    for (const auto& item : items) {
      if (const auto found = of_item_.find(item); found != of_item_.end()) {
        carried.insert(found->second);
      }
    }
    for (const std::size_t place : carried) ++all_[place].innovations;
    return !carried.empty();
  }

  std::vector<ProgrammeCoverage> in_order() && {
    std::sort(all_.begin(), all_.end(), [](const auto& one, const auto& other) {
      return std::tie(one.kind, one.organisation, one.code, one.name, one.item) <
             std::tie(other.kind, other.organisation, other.code, other.name, other.item);
    });
    return std::move(all_);
  }

 private:
  /// `first`: where the programmes of its plan begin.
  void take_item(const PlanItem& item, std::size_t first) {
    for (std::size_t place = first; place < all_.size(); ++place) {
      const auto& programme = all_[place];
      const bool is_below = item.level == PlanLevel::kActivity && !programme.code.empty() &&
                            item.code.starts_with(programme.code + '.');
      if (item.id == programme.item || is_below) of_item_.emplace(item.id, place);
    }
  }

  std::vector<ProgrammeCoverage> all_;
  std::unordered_map<PlanItemId, std::size_t> of_item_;
};

/// By folded name, then id.
template <class Entry, class InnovationOf>
void put_in_order(std::vector<Entry>& entries, InnovationOf innovation_of) {
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& one, const Entry& other) {
    const auto &a = innovation_of(one), &b = innovation_of(other);
    return std::pair(text::fold(a.name), a.id) < std::pair(text::fold(b.name), b.id);
  });
}

}  // namespace

PlanCoverage plan_coverage(const Environment& environment, const Caller& caller,
                           const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  PlanCoverage coverage;
  environment.store.read([&](store::Reader& reader) {
    coverage = {};
    coverage.revision = reader.revision(region);
    const Sight sight = sight_of(reader, caller, region);
    const auto names = organisation_names(reader, region);
    Programmes programmes(last_editions(reader, region), names);
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      const Innovation& entry = stored.record;
      if (entry.status == catalogue::Status::kArchived || !sees_whole(sight, entry)) return true;
      ++coverage.innovations;
      const auto owner = entry.owner ? names.find(*entry.owner) : names.end();
      const UnplannedInnovation told{entry.id, entry.name,
                                     owner == names.end() ? "" : owner->second};
      std::vector<PlanItemId> items;
      for (const auto& link : entry.plan_links) {
        if (link.item) items.push_back(*link.item);
        if (!link.item) coverage.unresolved.push_back({told, link.kind, link.text});
      }
      if (!programmes.count(items)) coverage.without_programme.push_back(told);
      return true;
    });
    coverage.programmes = std::move(programmes).in_order();
  });
  put_in_order(
      coverage.without_programme, [](const auto& one) -> const auto& { return one; });
  put_in_order(
      coverage.unresolved, [](const auto& one) -> const auto& { return one.innovation; });
  return coverage;
}

}  // namespace pilah::registry
