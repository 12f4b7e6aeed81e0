#include "pilah/registry/relations/scopes.hpp"

#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

std::vector<search::Scope> scopes_around(const Environment& environment, const Caller& caller,
                                         const catalogue::RegionCode& region, bool others) {
  CatalogueIndex* const index = environment.index;
  if (!index || !index->catch_up(region).indexed) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kUnavailable,
        catalogue::Message{"search.not_ready", {{"region", region.text()}}, ""});
  }
  std::vector<catalogue::RegionCode> codes{region};
  if (others) {
    environment.store.read([&](store::Reader& reader) {
      codes.resize(1, region);
      for (const auto& [code, revision] : reader.revisions()) {
        if (code != region) codes.push_back(code);
      }
    });
  }
  std::vector<search::Scope> scopes;
  for (const auto& code : codes) {
    // Those that are built already follow by themselves; here nobody waits for them.
    if (!index->index().current_to(code)) index->catch_up(code);
    Sight sight = sight_of(caller, code);
    scopes.push_back({code, {sight.whole_region, std::move(sight.organisations)}});
  }
  return scopes;
}

}  // namespace pilah::registry
