// What somebody sees of a region's innovations: which of them, and which of their
// fields. Everybody sees what the region publishes; an account, beside that, the
// whole of what its organisation owns, of what its working group has, or of the region.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/people/caller.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

struct Sight {
  bool whole_region = false;
  std::vector<catalogue::OrganisationId> organisations = {};  ///< whose entries they see whole
  catalogue::Publication published =
      catalogue::Publication::usual();  ///< what all see of the others
  std::vector<std::string> areas = {};  ///< entries confirmed in one of them are seen whole, too

  /// Whether nothing at all is seen whole.
  bool is_public_only() const { return !whole_region && organisations.empty() && areas.empty(); }
};

/// Of the region as it is stored.
Sight sight_of(store::Reader& reader, const Caller& caller, const catalogue::RegionCode& region);

bool sees(const Sight& sight, const catalogue::Innovation& innovation);
/// Its unpublished fields too.
bool sees_whole(const Sight& sight, const catalogue::Innovation& innovation);

/// Of an innovation's document (compact JSON, as the store keeps it) the fields by which
/// these eyes decide, and no others.
catalogue::Innovation decided_by(const Sight& sight, std::string_view document);

/// Without the fields that are not for these eyes. Requires: sees().
catalogue::Innovation shown(const Sight& sight, catalogue::Innovation innovation);
/// The same of its document, not parsed.
std::string shown(const Sight& sight, std::string document);

/// Tells one view of a region from another: what two callers get at the same
/// revision is the same when their marks are. Empty: the whole region.
std::string mark_of(const Sight& sight);

}  // namespace pilah::registry
