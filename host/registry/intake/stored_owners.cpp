#include "pilah/registry/intake/stored_owners.hpp"

#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::Region;

void StoredOwners::begin() {
  if (uncommitted_) by_region_.clear();
  uncommitted_ = true;
  for (auto& [code, known] : by_region_) known.checked = false;
}

void StoredOwners::end(store::Writer& writer) {
  for (auto& [code, known] : by_region_) {
    if (known.checked) known.revision = writer.revision(code);
  }
}

StoredOwners::Known& StoredOwners::of(store::Writer& writer, const Region& region) {
  const auto found = by_region_.find(region.code);
  if (found != by_region_.end()) {
    Known& known = found->second;
    if (known.checked || known.revision == writer.revision(region.code)) {
      known.checked = true;
      return known;
    }
    by_region_.erase(found);  // somebody else wrote in between
  }
  std::vector<Organisation> organisations;
  for (auto& stored : writer.all<Organisation>(region.code)) {
    organisations.push_back(std::move(stored.record));
  }
  Known known{OrganisationIndex(region, std::move(organisations)), 0, true};
  return by_region_.emplace(region.code, std::move(known)).first->second;
}

OrganisationId StoredOwners::id_of(store::Writer& writer, const Region& region,
                                   const StagedOwner& owner) {
  if (owner.new_name.empty()) return owner.id;
  const Known& known = of(writer, region);
  if (known.index.find(owner.id)) return owner.id;
  const auto found = known.index.find(owner.new_name);
  return found.organisation ? found.organisation->id : owner.id;
}

void StoredOwners::add_if_new(store::Writer& writer, const Region& region, const StagedOwner& owner,
                              OrganisationId id) {
  if (owner.new_name.empty()) return;
  Known& known = of(writer, region);
  if (known.index.find(id)) return;
  Organisation organisation = known.index.make(id, owner.new_name, words_);
  writer.put(organisation, "imported");
  known.index.add(std::move(organisation));
}

}  // namespace pilah::registry
