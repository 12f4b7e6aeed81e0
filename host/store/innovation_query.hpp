// A page of a region's innovations: which, in what order, from where on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::store {

/// An empty list or no value asks for nothing: it lets every innovation through.
struct InnovationQuery {
  std::vector<catalogue::Status> statuses;
  std::vector<catalogue::EntryKind> entry_kinds;
  std::vector<catalogue::OrganisationId> owners;
  std::vector<std::string> areas;  ///< keys; confirmed mappings, primary or not
  std::optional<bool> has_owner;
  std::optional<bool> has_primary_area;  ///< confirmed

  /// Go on behind this place: `next` of the page before. Empty: from the start.
  std::string after;
  std::size_t limit = 50;  ///< 1 to 1,000
};

/// In the order of folded name, then id.
struct InnovationPage {
  std::vector<Stored<catalogue::Innovation>> innovations;
  std::string next;  ///< empty: this was the last page
};

}  // namespace pilah::store
