#include "pilah/registry/search/scopes.hpp"

#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

search::Visibility visibility_of(const Sight& sight) {
  return {sight.whole_region, sight.organisations, sight.published.statuses, sight.areas};
}

std::vector<search::Scope> scopes_around(const Environment& environment, const Caller& caller,
                                         const catalogue::RegionCode& region, bool others) {
  CatalogueIndex* const index = environment.index;
  if (!index || !index->catch_up(region).indexed) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kUnavailable,
        catalogue::Message{"search.not_ready", {{"region", region.text()}}, ""});
  }
  std::vector<std::pair<catalogue::RegionCode, std::int64_t>> revisions;
  if (others) {
    environment.store.read([&](store::Reader& reader) { revisions = reader.revisions(); });
  }
  std::vector<catalogue::RegionCode> codes{region};
  for (const auto& [code, revision] : revisions) {
    if (code == region) continue;
    codes.push_back(code);
    // Takes in a few changes; of a region that is far behind what is there will do.
    if (index->index().current_to(code).value_or(-1) < revision) index->catch_up(code);
  }
  std::vector<search::Scope> scopes;
  environment.store.read([&](store::Reader& reader) {
    scopes.clear();
    for (const auto& code : codes) {
      scopes.push_back({code, visibility_of(sight_of(reader, caller, code))});
    }
  });
  return scopes;
}

}  // namespace pilah::registry
