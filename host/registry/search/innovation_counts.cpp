#include "pilah/registry/search/innovation_counts.hpp"

#include <array>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/mapping/catalogue_then.hpp"
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

using Owner = std::optional<catalogue::OrganisationId>;

InnovationCounts from_index(const search::Index& index, const RegionCode& region,
                            const Sight& sight, const Owner& owner) {
  search::Query query;
  query.scopes = {{region, visibility_of(sight)}};
  const std::string archived(catalogue::name_of(catalogue::Status::kArchived));
  query.conditions = {{Facet::kStatus, {archived}, true}};
  if (owner) query.conditions.push_back({Facet::kOwner, {owner->text()}});
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
  if (owner) {  // a facet counts as if nothing were demanded of it
    counted.owners.clear();
    if (answer.total > 0) counted.owners.emplace(owner->text(), answer.total);
  }
  return counted;
}

/// Adds up what is counted, innovation by innovation.
class Counting {
 public:
  Counting(const Sight& sight, const Owner& owner, const catalogue::Taxonomy& taxonomy)
      : sight_(sight), owner_(owner), taxonomy_(taxonomy) {}

  void add(const Innovation& innovation) {
    if (innovation.status == catalogue::Status::kArchived || !sees(sight_, innovation)) return;
    if (owner_ && innovation.owner != owner_) return;
    ++counted.innovations;
    for (const auto& [facet, counts] : kCounted) {
      for (auto& value : search::values_of(innovation, facet, taxonomy_)) {
        ++(counted.*counts)[std::move(value)];
      }
    }
  }

  InnovationCounts counted;

 private:
  const Sight& sight_;
  const Owner& owner_;
  const catalogue::Taxonomy& taxonomy_;
};

InnovationCounts from_store(const Environment& environment, const RegionCode& region,
                            const Sight& sight, const Owner& owner) {
  Counting counting(sight, owner, environment.taxonomy);
  environment.store.read([&](store::Reader& reader) {
    counting.counted = {};
    counting.counted.revision = reader.revision(region);
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      counting.add(stored.record);
      return true;
    });
  });
  return std::move(counting.counted);
}

}  // namespace

InnovationCounts innovation_counts(const Environment& environment, const Caller& caller,
                                   const RegionCode& region, const Owner& owner) {
  Sight sight;
  environment.store.read([&](store::Reader& reader) { sight = sight_of(reader, caller, region); });
  CatalogueIndex* const index = environment.index;
  if (index && index->index().current_to(region) && index->catch_up(region).is_current()) {
    return from_index(index->index(), region, sight, owner);
  }
  return from_store(environment, region, sight, owner);
}

InnovationCounts innovation_counts_then(const Environment& environment, const Caller& caller,
                                        const RegionCode& region, std::int64_t revision,
                                        const Owner& owner) {
  InnovationCounts counted;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    Counting counting(sight, owner, environment.taxonomy);
    each_innovation_then(reader, region, revision,
                         [&](const Innovation& innovation) { counting.add(innovation); });
    counted = std::move(counting.counted);
  });
  counted.revision = revision;
  return counted;
}

std::size_t count_of(const InnovationCounts::ByValue& counts, std::string_view value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace pilah::registry
