#include "pilah/registry/panels/own_entries.hpp"

#include <algorithm>

#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Organisation;
using catalogue::OrganisationId;

OrganisationId OwnEntries::today(OrganisationId id) {
  const auto known = today_.find(id);
  if (known != today_.end()) return known->second;
  std::set<OrganisationId> passed;
  auto last = id;
  while (passed.insert(last).second) {  // a circle of successors ends, too
    const auto stored = reader_.find<Organisation>(region_, last);
    if (!stored || !stored->record.successor) break;
    last = *stored->record.successor;
  }
  return today_[id] = last;
}

bool OwnEntries::is_own(const std::vector<OrganisationId>& organisations,
                        const catalogue::Innovation& entry) {
  return std::any_of(organisations.begin(), organisations.end(), [&](const OrganisationId& own) {
    const auto is_it = [&](const OrganisationId& other) { return today(other) == today(own); };
    return (entry.owner && is_it(*entry.owner)) ||
           std::any_of(entry.supporting_organisations.begin(), entry.supporting_organisations.end(),
                       is_it);
  });
}

bool OwnEntries::is_own(const catalogue::PanelMember& member, const catalogue::Innovation& entry) {
  return member.organisation && is_own(std::vector{*member.organisation}, entry);
}

}  // namespace pilah::registry
