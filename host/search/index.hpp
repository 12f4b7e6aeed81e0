// The index behind search, facets and totals: one for all regions of a host.
//
// It knows no store. Whoever feeds it hands in what a region's innovations are
// and up to which revision that holds; after a start it is empty.
//
// Threads: any number may search at once, each on a snapshot that never changes
// under it; they wait for nobody. Changes of one region are made one at a time.
//
// Errors: catalogue::Refusal. kUnavailable while a region is not complete yet;
// kInvalid for a query beyond its bounds or a place that is none.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/search/like.hpp"
#include "pilah/search/query.hpp"
#include "pilah/text/stemming.hpp"

namespace pilah::search {

/// An innovation as it is now; no innovation: it is gone.
struct Change {
  catalogue::InnovationId id;
  std::optional<catalogue::Innovation> innovation;
  std::int64_t revision = 0;  ///< that changed it last
};

class RegionIndex;

class Index {
 public:
  /// Refers to both.
  Index(const text::Stemming& stemming, const catalogue::Taxonomy& taxonomy);
  ~Index();
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  /// Takes the changes in, in any order, each id once; afterwards the region is
  /// shown as of `current_to`. Without that it stays as incomplete as it was:
  /// the first changes of a region come in slices, the last with the revision.
  void apply(const catalogue::RegionCode& region, std::span<const Change> changes,
             std::optional<std::int64_t> current_to);

  /// Makes fewer segments out of many, one step of at most a tenth of a second
  /// or so; answers whether there may be more to do. Searches and changes go on.
  bool compact(const catalogue::RegionCode& region);

  /// The revision that answers about the region show; nothing: it is not complete.
  std::optional<std::int64_t> current_to(const catalogue::RegionCode& region) const;

  Answer search(const Query& query) const;
  /// Innovations that say much the same, the likeliest first. A region that is not
  /// complete yet is passed over.
  std::vector<Hit> like(const LikeQuery& query) const;

  struct Size {
    std::size_t innovations = 0;
    std::size_t segments = 0;
    std::size_t bytes = 0;  ///< of memory
  };
  Size size() const;

 private:
  RegionIndex& of(const catalogue::RegionCode& region);
  const RegionIndex* find(const catalogue::RegionCode& region) const;

  const text::Stemming& stemming_;
  const catalogue::Taxonomy& taxonomy_;
  mutable std::shared_mutex mutex_;  // of the map alone
  std::map<catalogue::RegionCode, std::unique_ptr<RegionIndex>> regions_;
};

}  // namespace pilah::search
