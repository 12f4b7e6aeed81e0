// One region's part of the index: its segments, and how they change.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "pilah/search/index.hpp"
#include "pilah/search/segment/segment.hpp"

namespace pilah::search {

/// What searches see. Immutable.
struct Snapshot {
  std::vector<LiveSegment> segments;
  std::optional<std::int64_t> current_to;  ///< none: not complete
};

/// Any thread. A new snapshot is made beside the present one and put in its
/// place; a lock is held for that alone.
class RegionIndex {
 public:
  RegionIndex(const text::Stemming& stemming, const catalogue::Taxonomy& taxonomy);

  std::shared_ptr<const Snapshot> snapshot() const;

  void apply(std::span<const Change> changes, std::optional<std::int64_t> current_to);
  bool compact();

  /// The two halves of compact(): the long one, beside which anything may
  /// change, and the short one.
  struct Merge {
    std::vector<LiveSegment> before;
    LiveSegment after;
  };
  std::optional<Merge> merge() const;
  void install(Merge merge);

 private:
  void publish(Snapshot snapshot);
  std::vector<LiveSegment> built(std::span<const Change* const> changes) const;

  const text::Stemming& stemming_;
  const catalogue::Taxonomy& taxonomy_;
  std::mutex changing_;    // held while changes are made
  std::mutex compacting_;  // held while segments are merged, before changing_
  mutable std::mutex snapshot_mutex_;
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace pilah::search
