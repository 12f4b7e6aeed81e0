#include "pilah/registry/search/catalogue_index.hpp"

#include <utility>
#include <vector>

#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::PendingVersion;
using catalogue::RegionCode;
using search::Change;

namespace {

/// Innovations, or revisions, read in one transaction: some tens of milliseconds.
constexpr std::size_t kSlice = 1'000;
/// So many revisions whoever asks takes in rather than show an older state.
constexpr std::int64_t kFewMissing = 256;

Change changed(store::Reader& reader, const RegionCode& region, InnovationId id) {
  auto stored = reader.find<Innovation>(region, id);
  if (!stored) return {id, std::nullopt, 0};
  return {id, std::move(stored->record), stored->revision};
}

}  // namespace

CatalogueIndex::CatalogueIndex(store::Store& store, const text::Stemming& stemming,
                               const catalogue::Taxonomy& taxonomy, Building building)
    : store_(store), building_(building), index_(stemming, taxonomy) {}

CatalogueIndex::~CatalogueIndex() = default;

CatalogueIndex::Following& CatalogueIndex::following(const RegionCode& region) {
  const std::lock_guard lock(mutex_);
  auto& found = regions_[region];
  if (!found) found = std::make_unique<Following>();
  return *found;
}

/// Requires: following.reading. Each slice brings the region nearer to the store.
void CatalogueIndex::read_slice(const RegionCode& region, Following& following) {
  if (const auto indexed = index_.current_to(region))
    return follow_slice(region, following, *indexed);
  build_slice(region, following);
}

void CatalogueIndex::build_slice(const RegionCode& region, Following& following) {
  std::vector<Change> innovations;
  store_.read([&](store::Reader& reader) {
    if (!following.began_at) {
      following.began_at = reader.revision(region);
      reader.each<PendingVersion>(region, [&](const store::Stored<PendingVersion>& stored) {
        following.waiting.insert(stored.record.id);
        return true;
      });
    }
    const auto take = [&](const store::Stored<Innovation>& stored) {
      innovations.push_back({stored.record.id, stored.record, stored.revision});
      return innovations.size() < kSlice;
    };
    if (following.read_to) {
      reader.each_from<Innovation>(region, *following.read_to, take);
    } else {
      reader.each<Innovation>(region, take);
    }
  });
  const bool more = innovations.size() == kSlice;
  if (more) following.read_to = innovations.back().id;
  tell_waiting(region, following);
  // What is changed while others are read follows by its revisions.
  index_.apply(region, innovations, more ? std::nullopt : following.began_at);
}

void CatalogueIndex::follow_slice(const RegionCode& region, Following& following,
                                  std::int64_t since) {
  std::map<InnovationId, Change> changes;
  std::map<InnovationId, bool> waits;
  std::int64_t to = since;
  store_.read([&](store::Reader& reader) {
    const auto revisions = reader.changes(region, since, kSlice);
    to = revisions.size() == kSlice ? revisions.back().number : reader.revision(region);
    for (const auto& revision : revisions) {
      const InnovationId id{revision.record};
      if (revision.kind == store::RecordKind::kPendingVersion) {
        waits[id] = reader.find_text<PendingVersion>(region, id).has_value();
      }
      if (revision.kind != store::RecordKind::kInnovation) continue;
      if (!changes.contains(id)) changes.emplace(id, changed(reader, region, id));
    }
  });
  std::vector<Change> all;
  all.reserve(changes.size());
  for (auto& [id, change] : changes) all.push_back(std::move(change));
  for (const auto& [id, does] : waits) {
    if (does) {
      following.waiting.insert(id);
    } else {
      following.waiting.erase(id);
    }
  }
  // Before the index says that it shows the revision.
  if (!waits.empty()) tell_waiting(region, following);
  index_.apply(region, all, to);
}

void CatalogueIndex::tell_waiting(const RegionCode& region, const Following& following) {
  auto told = std::make_shared<const std::vector<InnovationId>>(following.waiting.begin(),
                                                                following.waiting.end());
  const std::lock_guard lock(mutex_);
  waiting_[region] = std::move(told);
}

std::shared_ptr<const std::vector<InnovationId>> CatalogueIndex::waiting(
    const RegionCode& region) const {
  static const auto kNone = std::make_shared<const std::vector<InnovationId>>();
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(region);
  return found == waiting_.end() ? kNone : found->second;
}

CatalogueIndex::State CatalogueIndex::catch_up(const RegionCode& region) {
  State state;
  store_.read([&](store::Reader& reader) { state.stored = reader.revision(region); });
  state.indexed = index_.current_to(region);
  if (state.is_current()) return state;
  const bool is_mine =
      building_ == Building::kWhenAsked || state.stored - state.indexed.value_or(0) <= kFewMissing;
  if (!is_mine) return state;
  Following& mine = following(region);
  const std::lock_guard lock(mine.reading);
  for (state.indexed = index_.current_to(region); !state.is_current();
       state.indexed = index_.current_to(region)) {
    read_slice(region, mine);
    if (building_ == Building::kWhenAsked) index_.compact(region);
  }
  return state;
}

void CatalogueIndex::follow(const std::function<bool()>& stopped) {
  std::vector<std::pair<RegionCode, std::int64_t>> revisions;
  store_.read([&](store::Reader& reader) { revisions = reader.revisions(); });
  for (const auto& [region, number] : revisions) {
    Following& mine = following(region);
    const auto is_behind = [&, &code = region, wanted = number] {
      const auto indexed = index_.current_to(code);
      return !indexed || *indexed < wanted;
    };
    while (is_behind()) {
      if (stopped()) return;
      {
        const std::lock_guard lock(mine.reading);
        if (is_behind()) read_slice(region, mine);
      }
      index_.compact(region);
    }
    const auto indexed = index_.current_to(region);
    if (mine.in_order_at == indexed) continue;
    while (index_.compact(region)) {
      if (stopped()) return;
    }
    mine.in_order_at = indexed.value_or(-1);
  }
}

IndexProgress CatalogueIndex::progress() const {
  std::vector<std::pair<RegionCode, std::int64_t>> revisions;
  store_.read([&](store::Reader& reader) { revisions = reader.revisions(); });
  IndexProgress progress;
  progress.regions = revisions.size();
  for (const auto& [region, number] : revisions) {
    if (index_.current_to(region)) ++progress.built;
  }
  progress.innovations = index_.size().innovations;
  return progress;
}

IndexProgress index_progress(const Environment& environment) {
  return environment.index ? environment.index->progress() : IndexProgress{};
}

}  // namespace pilah::registry
