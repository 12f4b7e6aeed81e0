#include "pilah/search/index.hpp"

#include <mutex>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/search/cursor.hpp"
#include "pilah/search/like_run.hpp"
#include "pilah/search/region_index.hpp"
#include "pilah/search/search_run.hpp"

namespace pilah::search {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

void require_bounds(const Query& query) {
  if (query.limit > kLargestPage) {
    throw Refusal(RefusalKind::kInvalid, Message{"search.page_too_large",
                                                 {{"found", std::to_string(query.limit)},
                                                  {"largest", std::to_string(kLargestPage)}},
                                                 "/limit"});
  }
  for (const auto& condition : query.conditions) {
    if (condition.values.size() <= kMostConditionValues) continue;
    throw Refusal(RefusalKind::kInvalid,
                  Message{"search.too_many_values",
                          {{"found", std::to_string(condition.values.size())},
                           {"largest", std::to_string(kMostConditionValues)}},
                          "/" + std::string(name_of(condition.facet))});
  }
  if (!query.after.empty()) read_place(query.after, query.sort);
}

}  // namespace

Index::Index(const text::Stemming& stemming, const catalogue::Taxonomy& taxonomy)
    : stemming_(stemming), taxonomy_(taxonomy) {}

Index::~Index() = default;

RegionIndex& Index::of(const RegionCode& region) {
  const std::lock_guard lock(mutex_);
  auto& found = regions_[region];
  if (!found) found = std::make_unique<RegionIndex>(stemming_, taxonomy_);
  return *found;
}

const RegionIndex* Index::find(const RegionCode& region) const {
  const std::shared_lock lock(mutex_);
  const auto found = regions_.find(region);
  return found == regions_.end() ? nullptr : found->second.get();
}

void Index::apply(const RegionCode& region, std::span<const Change> changes,
                  std::optional<std::int64_t> current_to) {
  of(region).apply(changes, current_to);
}

bool Index::compact(const RegionCode& region) { return of(region).compact(); }

std::optional<std::int64_t> Index::current_to(const RegionCode& region) const {
  const RegionIndex* found = find(region);
  return found ? found->snapshot()->current_to : std::nullopt;
}

Answer Index::search(const Query& query) const {
  require_bounds(query);
  std::vector<std::shared_ptr<const Snapshot>> snapshots;
  std::vector<std::pair<RegionCode, std::int64_t>> current_to;
  for (const auto& scope : query.scopes) {
    const RegionIndex* region = find(scope.region);
    auto snapshot = region ? region->snapshot() : nullptr;
    if (!snapshot || !snapshot->current_to) {
      throw Refusal(RefusalKind::kUnavailable,
                    Message{"search.not_ready", {{"region", scope.region.text()}}, ""});
    }
    current_to.emplace_back(scope.region, *snapshot->current_to);
    snapshots.push_back(std::move(snapshot));
  }
  Answer answer = SearchRun(query, snapshots, stemming_).run();
  answer.current_to = std::move(current_to);
  return answer;
}

std::vector<Hit> Index::like(const LikeQuery& query) const {
  LikeQuery complete = query;
  complete.scopes.clear();
  std::vector<std::shared_ptr<const Snapshot>> snapshots;
  for (const auto& scope : query.scopes) {
    const RegionIndex* region = find(scope.region);
    auto snapshot = region ? region->snapshot() : nullptr;
    if (!snapshot || !snapshot->current_to) continue;
    complete.scopes.push_back(scope);
    snapshots.push_back(std::move(snapshot));
  }
  return LikeRun(complete, snapshots, stemming_).run();
}

Index::Size Index::size() const {
  Size size;
  const std::shared_lock lock(mutex_);
  for (const auto& [code, region] : regions_) {
    const auto snapshot = region->snapshot();
    size.segments += snapshot->segments.size();
    for (const auto& segment : snapshot->segments) {
      size.innovations += segment.live_count;
      size.bytes += segment.segment->bytes() + segment.segment->size() / 8;
    }
  }
  return size;
}

}  // namespace pilah::search
