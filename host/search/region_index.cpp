#include "pilah/search/region_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "pilah/search/segment/segment_builder.hpp"
#include "pilah/search/segment/segment_merge.hpp"

namespace pilah::search {
namespace {

/// So many segments of about one size become one: each innovation is moved about
/// log4(all) times, and a search visits three of each size at most, and these.
constexpr std::size_t kAlike = 4;
/// Merged at once, within a change: a few milliseconds. Larger ones wait for compact().
constexpr std::size_t kFew = 2'048;
/// Segments do not grow beyond that, whatever is in them: places in them have 32 bits.
constexpr std::size_t kMostBytes = std::size_t{256} * 1024 * 1024;

LiveSegment whole(Segment segment) {
  const std::size_t size = segment.size();
  return {std::make_shared<const Segment>(std::move(segment)),
          std::make_shared<const DocumentSet>(DocumentSet::all(size)), size};
}

/// Leaves the ids out of the segments, and segments out that have nothing left.
void leave_out(std::vector<LiveSegment>& segments, std::span<const catalogue::InnovationId> ids) {
  for (auto& segment : segments) {
    std::shared_ptr<DocumentSet> left;  // a copy, once something goes
    for (const auto& id : ids) {
      const auto document = segment.segment->find(id);
      if (!document || !(left ? *left : *segment.live).has(*document)) continue;
      if (!left) left = std::make_shared<DocumentSet>(*segment.live);
      left->remove(*document);
      --segment.live_count;
    }
    if (left) segment.live = std::move(left);
  }
  std::erase_if(segments, [](const LiveSegment& segment) { return segment.live_count == 0; });
}

int size_class(const LiveSegment& segment) {
  return (static_cast<int>(std::bit_width(segment.live_count)) + 1) / 2;
}

/// The first of the segments, as many as one segment can hold.
std::vector<LiveSegment> what_fits(std::vector<LiveSegment> segments) {
  std::size_t documents = 0;
  std::size_t bytes = 0;
  const auto end = std::find_if(segments.begin(), segments.end(), [&](const LiveSegment& each) {
    documents += each.live_count;
    bytes += each.segment->bytes();
    return documents > kMostDocuments || bytes > kMostBytes;
  });
  segments.erase(end, segments.end());
  return segments;
}

/// The smallest segments that are best made into one now; none: all is well.
std::vector<LiveSegment> worth_merging(std::vector<LiveSegment> segments) {
  std::sort(segments.begin(), segments.end(),
            [](const auto& a, const auto& b) { return a.live_count < b.live_count; });
  std::vector<LiveSegment> alike;
  for (const auto& segment : segments) {
    if (!alike.empty() && size_class(alike.front()) != size_class(segment)) alike.clear();
    alike.push_back(segment);
    if (alike.size() < kAlike) continue;
    auto together = what_fits(alike);
    if (together.size() > 1) return together;
    alike.erase(alike.begin());
  }
  for (const auto& segment : segments) {
    if (segment.live_count < segment.segment->size() * 3 / 4) return {segment};
  }
  return {};
}

bool is_among(const LiveSegment& segment, const std::vector<LiveSegment>& segments) {
  return std::any_of(segments.begin(), segments.end(),
                     [&](const LiveSegment& each) { return each.segment == segment.segment; });
}

std::size_t documents_in(const std::vector<LiveSegment>& segments) {
  std::size_t documents = 0;
  for (const auto& segment : segments) documents += segment.live_count;
  return documents;
}

}  // namespace

RegionIndex::RegionIndex(const text::Stemming& stemming, const catalogue::Taxonomy& taxonomy)
    : stemming_(stemming), taxonomy_(taxonomy), snapshot_(std::make_shared<const Snapshot>()) {}

std::shared_ptr<const Snapshot> RegionIndex::snapshot() const {
  const std::lock_guard lock(snapshot_mutex_);
  return snapshot_;
}

void RegionIndex::publish(Snapshot snapshot) {
  auto next = std::make_shared<const Snapshot>(std::move(snapshot));
  const std::lock_guard lock(snapshot_mutex_);
  snapshot_.swap(next);
}

std::vector<LiveSegment> RegionIndex::built(std::span<const Change* const> changes) const {
  std::vector<LiveSegment> segments;
  for (std::size_t at = 0; at < changes.size();) {
    SegmentBuilder builder(stemming_, taxonomy_);
    for (; at < changes.size() && builder.size() < kMostDocuments; ++at) {
      if (changes[at]->innovation) builder.add(*changes[at]->innovation, changes[at]->revision);
    }
    if (builder.size() > 0) segments.push_back(whole(std::move(builder).build()));
  }
  return segments;
}

void RegionIndex::apply(std::span<const Change> changes, std::optional<std::int64_t> current_to) {
  const std::lock_guard lock(changing_);
  std::vector<const Change*> by_id;
  std::vector<catalogue::InnovationId> ids;
  by_id.reserve(changes.size());
  ids.reserve(changes.size());
  for (const auto& change : changes) by_id.push_back(&change);
  std::sort(by_id.begin(), by_id.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  for (const auto* change : by_id) ids.push_back(change->id);

  Snapshot next = *snapshot();
  auto fresh = built(by_id);
  leave_out(next.segments, ids);
  next.segments.insert(next.segments.end(), fresh.begin(), fresh.end());
  if (current_to) next.current_to = current_to;
  for (auto few = worth_merging(next.segments); !few.empty() && documents_in(few) <= kFew;
       few = worth_merging(next.segments)) {
    std::erase_if(next.segments, [&](const auto& segment) { return is_among(segment, few); });
    next.segments.push_back(whole(merged(few)));
  }
  publish(std::move(next));
}

std::optional<RegionIndex::Merge> RegionIndex::merge() const {
  auto before = worth_merging(snapshot()->segments);
  if (before.empty()) return std::nullopt;
  auto after = whole(merged(before));
  return Merge{std::move(before), std::move(after)};
}

void RegionIndex::install(Merge merge) {
  const std::lock_guard lock(changing_);
  Snapshot next = *snapshot();
  // What was changed since is no longer live in the old segments; nor is it in the new one.
  std::vector<catalogue::InnovationId> changed;
  for (const auto& old : merge.before) {
    DocumentSet gone = *old.live;
    for (const auto& now : next.segments) {
      if (now.segment == old.segment) gone.subtract(*now.live);
    }
    gone.each([&](Document document) { changed.push_back(old.segment->ids[document]); });
  }
  std::erase_if(next.segments,
                [&](const auto& segment) { return is_among(segment, merge.before); });
  std::vector<LiveSegment> after = {std::move(merge.after)};
  leave_out(after, changed);
  next.segments.insert(next.segments.end(), after.begin(), after.end());
  publish(std::move(next));
}

bool RegionIndex::compact() {
  const std::lock_guard one_at_a_time(compacting_);
  auto found = merge();
  if (!found) return false;
  install(*std::move(found));
  return true;
}

}  // namespace pilah::search
