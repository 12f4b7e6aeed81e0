#include "pilah/registry/search/region_changes.hpp"

#include "pilah/registry/notifications/inbox.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

constexpr std::size_t kAtOnce = 1'000;

/// As the API calls it; empty for what hangs on the rest.
std::string name_of(store::RecordKind kind) {
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

/// Whether those who do not work in the region are told of it, too.
bool is_public(store::RecordKind kind) {
  return kind != store::RecordKind::kScenario && kind != store::RecordKind::kSelection &&
         !name_of(kind).empty();
}

}  // namespace

RegionChanges region_changes(const Environment& environment, const Caller& caller,
                             const catalogue::RegionCode& region, std::int64_t after) {
  RegionChanges answer;
  environment.store.read([&](store::Reader& reader) {
    answer = {};
    const bool is_inside = sight_of(reader, caller, region).whole_region;
    answer.revision = reader.revision(region);
    if (answer.revision <= after) return;
    const auto changes = reader.changes(region, after, kAtOnce);
    answer.is_all = changes.size() < kAtOnce;
    if (!answer.is_all) answer.revision = changes.back().number;
    for (const auto& change : changes) {
      if (!is_inside && !is_public(change.kind)) continue;
      auto name = name_of(change.kind);
      answer.kinds.insert(name.empty() ? "other" : std::move(name));
    }
    if (has_news(reader, caller, region, after)) answer.kinds.insert("inbox");
  });
  return answer;
}

}  // namespace pilah::registry
