#include "pilah/registry/mapping/coverage.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/innovation_counts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Organisation;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

/// Agencies that own nothing of what was counted, by code.
std::vector<Organisation> silent_agencies(const Environment& environment, const RegionCode& region,
                                          const InnovationCounts& counts) {
  std::vector<Organisation> silent;
  environment.store.read([&](store::Reader& reader) {
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const Organisation& organisation = stored.record;
      const bool is_agency =
          organisation.kind == catalogue::OrganisationKind::kOpd && !organisation.valid_to;
      if (is_agency && count_of(counts.owners, organisation.id.text()) == 0) {
        silent.push_back(organisation);
      }
      return true;
    });
  });
  std::sort(silent.begin(), silent.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });
  return silent;
}

std::int64_t frozen_revision(const Environment& environment, const RegionCode& region,
                             catalogue::RoundId id) {
  std::optional<catalogue::Round> round;
  environment.store.read([&](store::Reader& reader) {
    auto stored = reader.find<catalogue::Round>(region, id);
    if (stored) round = std::move(stored->record);
  });
  if (!round) {
    throw Refusal(RefusalKind::kNotFound, Message{"round.not_found", {{"id", id.text()}}, ""});
  }
  if (!round->frozen_revision) {
    throw Refusal(RefusalKind::kConflict, Message{"round.not_frozen", {{"name", round->name}}, ""});
  }
  return *round->frozen_revision;
}

}  // namespace

Coverage coverage(const Environment& environment, const Caller& caller, const RegionCode& region,
                  const CoverageOf& of) {
  const auto counts =
      of.round ? innovation_counts_then(environment, caller, region,
                                        frozen_revision(environment, region, *of.round), of.owner)
               : innovation_counts(environment, caller, region, of.owner);
  Coverage picture;
  picture.region = region.text();
  picture.revision = counts.revision;
  picture.innovations = static_cast<std::int64_t>(counts.innovations);
  picture.unmapped = static_cast<std::int64_t>(count_of(counts.primary_areas, ""));
  picture.without_owner = static_cast<std::int64_t>(count_of(counts.owners, ""));
  for (const auto& area : environment.taxonomy.areas()) {
    const std::size_t primary = count_of(counts.primary_areas, area.key);
    const std::size_t any = count_of(counts.areas, area.key);
    picture.areas.push_back({area.key, area.dimension, static_cast<std::int64_t>(primary),
                             static_cast<std::int64_t>(any - primary)});
  }
  if (!of.owner && may(caller, Deed::kReadInternal, {region, {}})) {
    picture.silent = silent_agencies(environment, region, counts);
  }
  return picture;
}

}  // namespace pilah::registry
