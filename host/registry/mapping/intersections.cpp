#include "pilah/registry/mapping/intersections.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/search/scopes.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using search::Facet;

namespace {

constexpr std::size_t kLargestList = 1'000;

search::Query touching(std::vector<search::Scope> scopes, const std::string& first,
                       const std::string& second) {
  search::Query query;
  query.scopes = std::move(scopes);
  const std::string archived(catalogue::name_of(catalogue::Status::kArchived));
  query.conditions = {{Facet::kStatus, {archived}, true},
                      {Facet::kDimension, {first}},
                      {Facet::kDimension, {second}}};
  query.limit = 0;
  return query;
}

void require_dimension(const catalogue::Taxonomy& taxonomy, const std::string& key,
                       const char* pointer) {
  if (taxonomy.dimension(key)) return;
  throw Refusal(RefusalKind::kInvalid,
                Message{"innovation.unknown_dimension", {{"dimension", key}}, pointer});
}

std::vector<std::string> areas_of(const Innovation& entry, const catalogue::Taxonomy& taxonomy,
                                  const std::string& first, const std::string& second) {
  std::vector<std::string> areas;
  for (const auto& mapping : entry.mappings) {
    const auto* area = mapping.confirmed ? taxonomy.area(mapping.area) : nullptr;
    if (area && (area->dimension == first || area->dimension == second)) {
      areas.push_back(area->key);
    }
  }
  return areas;
}

}  // namespace

Intersections intersections(const Environment& environment, const Caller& caller,
                            const RegionCode& region) {
  const auto scopes = scopes_around(environment, caller, region, false);
  const auto& index = environment.index->index();
  const auto& dimensions = environment.taxonomy.dimensions();
  Intersections found;
  for (const auto& first : dimensions) {
    for (const auto& second : dimensions) {
      const auto answer = index.search(touching(scopes, first.key, second.key));
      found.revision = answer.current_to.front().second;
      found.pairs.push_back({first.key, second.key, static_cast<std::int64_t>(answer.total)});
    }
  }
  return found;
}

std::vector<IntersectingInnovation> intersecting(const Environment& environment,
                                                 const Caller& caller, const RegionCode& region,
                                                 const std::string& first,
                                                 const std::string& second, std::size_t limit) {
  require_dimension(environment.taxonomy, first, "/first");
  require_dimension(environment.taxonomy, second, "/second");
  if (limit < 1 || limit > kLargestList) {
    throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                                 {{"found", std::to_string(limit)},
                                                  {"largest", std::to_string(kLargestList)}},
                                                 "/limit"});
  }
  auto query = touching(scopes_around(environment, caller, region, false), first, second);
  query.limit = limit;
  const auto answer = environment.index->index().search(query);
  std::vector<IntersectingInnovation> list;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    list.clear();
    for (const auto& hit : answer.hits) {
      const auto stored = reader.find<Innovation>(region, hit.id);
      if (!stored || !sees(sight, stored->record)) continue;
      const Innovation& entry = stored->record;
      IntersectingInnovation one{entry.id, entry.name, "",
                                 areas_of(entry, environment.taxonomy, first, second)};
      const auto owner =
          entry.owner ? reader.find<catalogue::Organisation>(region, *entry.owner) : std::nullopt;
      if (owner) one.owner = owner->record.name;
      list.push_back(std::move(one));
    }
  });
  return list;
}

}  // namespace pilah::registry
