#include "pilah/registry/search/region_changes.hpp"

#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

constexpr std::size_t kAtOnce = 1'000;

/// Empty for what only those who work in a region are told of.
std::string public_name(store::RecordKind kind) {
  switch (kind) {
    case store::RecordKind::kOrganisation:
      return "organisation";
    case store::RecordKind::kInnovation:
      return "innovation";
    case store::RecordKind::kPlan:
      return "plan";
    case store::RecordKind::kRound:
      return "round";
    case store::RecordKind::kScenario:
      return "scenario";
    case store::RecordKind::kSelection:
      return "selection";
    case store::RecordKind::kQuickWinSet:
      return "quick-win-set";
    default:
      return {};
  }
}

}  // namespace

RegionChanges region_changes(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, std::int64_t after) {
  const bool is_inside = sight_of(caller, region).whole_region;
  RegionChanges answer;
  environment.store.read([&](store::Reader& reader) {
    answer = {};
    answer.revision = reader.revision(region);
    if (answer.revision <= after) return;
    const auto changes = reader.changes(region, after, kAtOnce);
    answer.is_all = changes.size() < kAtOnce;
    if (!answer.is_all) answer.revision = changes.back().number;
    for (const auto& change : changes) {
      auto name = public_name(change.kind);
      if (name.empty() && is_inside) name = "other";
      if (!name.empty()) answer.kinds.insert(std::move(name));
    }
  });
  return answer;
}

}  // namespace pilah::registry
