// Keeps the search index at what the store holds.
//
// Everything is read from the store by revision number, so whatever was accepted
// arrives, whoever wrote it: this process, a command, an import's slices, another
// process. After a start the index is empty and is built anew, so a crash leaves
// nothing stale in it.
//
// Threads: any. A region is read by one at a time, in slices, none of which
// keeps a transaction of the store open for long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/search/index_progress.hpp"
#include "pilah/search/index.hpp"
#include "pilah/text/stemming.hpp"

namespace pilah::store {
class Store;
}

namespace pilah::registry {

class CatalogueIndex {
 public:
  /// Who builds the index of a region.
  enum class Building {
    kInBackground,  ///< follow(), called by a thread of the host's; until then it is refused
    kWhenAsked,     ///< the first who asks: for programs that end after one command
  };

  /// Refers to all of them.
  CatalogueIndex(store::Store& store, const text::Stemming& stemming,
                 const catalogue::Taxonomy& taxonomy, Building building);
  ~CatalogueIndex();
  CatalogueIndex(const CatalogueIndex&) = delete;
  CatalogueIndex& operator=(const CatalogueIndex&) = delete;

  struct State {
    std::optional<std::int64_t>
        indexed;              ///< the revision that the index shows; none: not built yet
    std::int64_t stored = 0;  ///< the store's
    bool is_current() const { return indexed && *indexed >= stored; }
  };
  /// Brings the region up to the store, unless much is missing and somebody else
  /// is to do it: then tells how far it is.
  State catch_up(const catalogue::RegionCode& region);

  /// Brings every region up to the store and its segments in order; returns
  /// when that is done, or soon after `stopped` says true. By one thread.
  void follow(const std::function<bool()>& stopped);

  IndexProgress progress() const;

  /// The innovations of the region of which a newer version waits beside the published one, by
  /// id; as new as the index, or newer by a moment.
  std::shared_ptr<const std::vector<catalogue::InnovationId>> waiting(
      const catalogue::RegionCode& region) const;

  const search::Index& index() const { return index_; }

 private:
  struct Following {
    std::mutex reading;
    // Of building: the region's revision when it began, and how far it is.
    std::optional<std::int64_t> began_at;
    std::optional<catalogue::InnovationId> read_to;
    std::int64_t in_order_at = -1;  // the revision at which follow() left the segments
    std::set<catalogue::InnovationId> waiting;
  };

  Following& following(const catalogue::RegionCode& region);
  void read_slice(const catalogue::RegionCode& region, Following& following);
  void build_slice(const catalogue::RegionCode& region, Following& following);
  void follow_slice(const catalogue::RegionCode& region, Following& following, std::int64_t since);
  void tell_waiting(const catalogue::RegionCode& region, const Following& following);

  store::Store& store_;
  const Building building_;
  search::Index index_;
  mutable std::mutex mutex_;  // of the maps alone
  std::map<catalogue::RegionCode, std::unique_ptr<Following>> regions_;
  std::map<catalogue::RegionCode, std::shared_ptr<const std::vector<catalogue::InnovationId>>>
      waiting_;
};

}  // namespace pilah::registry
