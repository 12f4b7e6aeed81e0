// Whose eyes a search sees with.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::search {

/// Which innovations of a region somebody may see. All counts, facets and
/// spellings of an answer are of these alone.
struct Visibility {
  /// The whole region, drafts included.
  bool everything = false;
  /// Else whatever these organisations own ...
  std::vector<catalogue::OrganisationId> own = {};
  /// ... what the region publishes ...
  std::vector<catalogue::Status> published = {catalogue::Status::kVerified};
  /// ... and what is confirmed in one of these areas.
  std::vector<std::string> areas = {};

  static Visibility whole_region() { return {true, {}, {}}; }
  static Visibility public_only() { return {}; }
};

/// The same of an innovation itself: what a segment's lists are held against.
bool is_visible(const catalogue::Innovation& innovation, const Visibility& visibility);

}  // namespace pilah::search
