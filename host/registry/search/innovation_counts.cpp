#include "pilah/registry/search/innovation_counts.hpp"

#include <array>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/people/sight.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/search/scopes.hpp"
#include "pilah/search/index.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::RegionCode;
using search::Facet;

namespace {

constexpr std::array<std::pair<Facet, InnovationCounts::ByValue InnovationCounts::*>, 3> kCounted =
    {{{Facet::kArea, &InnovationCounts::areas},
      {Facet::kPrimaryArea, &InnovationCounts::primary_areas},
      {Facet::kOwner, &InnovationCounts::owners}}};

InnovationCounts from_index(const search::Index& index, const RegionCode& region,
                            const Sight& sight) {
  search::Query query;
  query.scopes = {{region, visibility_of(sight)}};
  const std::string archived(catalogue::name_of(catalogue::Status::kArchived));
  query.conditions = {{Facet::kStatus, {archived}, true}};
  for (const auto& [facet, counts] : kCounted) query.facets.push_back(facet);
  query.limit = 0;
  search::Answer answer = index.search(query);
  InnovationCounts counted;
  counted.revision = answer.current_to.front().second;
  counted.innovations = answer.total;
  for (std::size_t i = 0; i < kCounted.size(); ++i) {
    for (auto& [value, count] : answer.facets[i].values) {
      (counted.*kCounted[i].second).emplace(std::move(value), count);
    }
  }
  return counted;
}

InnovationCounts from_store(const Environment& environment, const RegionCode& region,
                            const Sight& sight) {
  InnovationCounts counted;
  environment.store.read([&](store::Reader& reader) {
    counted.revision = reader.revision(region);
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      if (stored.record.status == catalogue::Status::kArchived) return true;
      if (!sees(sight, stored.record)) return true;
      ++counted.innovations;
      for (const auto& [facet, counts] : kCounted) {
        for (auto& value : search::values_of(stored.record, facet, environment.taxonomy)) {
          ++(counted.*counts)[std::move(value)];
        }
      }
      return true;
    });
  });
  return counted;
}

}  // namespace

InnovationCounts innovation_counts(const Environment& environment, const Caller& caller,
                                   const RegionCode& region) {
  Sight sight;
  environment.store.read([&](store::Reader& reader) { sight = sight_of(reader, caller, region); });
  CatalogueIndex* const index = environment.index;
  if (index && index->index().current_to(region) && index->catch_up(region).is_current()) {
    return from_index(index->index(), region, sight);
  }
  return from_store(environment, region, sight);
}

std::size_t count_of(const InnovationCounts::ByValue& counts, std::string_view value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace pilah::registry
