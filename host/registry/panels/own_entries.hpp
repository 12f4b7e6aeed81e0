// Whose entries a member of a panel does not judge.
//
// Agencies are merged and renamed: an organisation and what it has become are the same.
// Refers to the reader, for as long as that is used.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/panel.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

class OwnEntries {
 public:
  OwnEntries(store::Reader& reader, const catalogue::RegionCode& region)
      : reader_(reader), region_(region) {}

  /// Whether one of the organisations owns or supports the entry.
  bool is_own(const std::vector<catalogue::OrganisationId>& organisations,
              const catalogue::Innovation& entry);
  bool is_own(const catalogue::PanelMember& member, const catalogue::Innovation& entry);

 private:
  /// What it has become, at the end of its successors.
  catalogue::OrganisationId today(catalogue::OrganisationId id);

  store::Reader& reader_;
  catalogue::RegionCode region_;
  std::map<catalogue::OrganisationId, catalogue::OrganisationId> today_;
};

}  // namespace pilah::registry
