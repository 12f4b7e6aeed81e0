// The owners that an import's rows name, found in or added to the store.
//
// Between staging and storing somebody else may add the agency that a list was
// about to add; then theirs is taken. Used within the writes of one import, by
// one thread; what a failed write added is forgotten again.
#pragma once

#include <map>
#include <optional>

#include "pilah/registry/intake/organisation_index.hpp"
#include "pilah/registry/intake/staged_row.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

class StoredOwners {
 public:
  explicit StoredOwners(const ListWords& words) : words_(words) {}

  /// At the beginning and the end of every try of a write, and after it.
  void begin();
  void end(store::Writer& writer);
  void committed() { uncommitted_ = false; }

  /// The id under which the owner is kept, which is the staged one or that of an
  /// agency of its name; the staged one when there is none yet.
  catalogue::OrganisationId id_of(store::Writer& writer, const catalogue::Region& region,
                                  const StagedOwner& owner);
  /// Adds the owner if it is not there yet. Requires: id_of() answered `id`.
  void add_if_new(store::Writer& writer, const catalogue::Region& region, const StagedOwner& owner,
                  catalogue::OrganisationId id);

 private:
  struct Known {
    OrganisationIndex index;
    std::int64_t revision = 0;  ///< of the region when the index was right
    bool checked = false;       ///< in this write
  };
  Known& of(store::Writer& writer, const catalogue::Region& region);

  const ListWords& words_;
  std::map<catalogue::RegionCode, Known> by_region_;
  bool uncommitted_ = false;
};

}  // namespace pilah::registry
