// All that a choice looks at in one region, read at one revision.
//
// A value that owns everything; candidates point into it, so it must outlive
// them and not move. Archived innovations are left out.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/plan.hpp"
#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/choice/region_needs.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

struct CatalogueView {
  catalogue::Region region;
  std::int64_t revision = 0;
  std::vector<catalogue::Innovation> innovations;  // by id
  std::vector<catalogue::Organisation> organisations;
  std::vector<catalogue::Package> packages;
  std::vector<catalogue::Relation> relations;
  std::vector<catalogue::Assessment> assessments;  // but for those of panels that are open
  std::vector<catalogue::Plan> plans;
  std::vector<catalogue::QuickWinSet> quick_win_sets;  // oldest first
  std::vector<catalogue::MonitoringPeriod> monitoring_periods;
  std::vector<catalogue::MonitoringReport> monitoring_reports;
  RegionNeeds needs;

  /// Null when there is none.
  const catalogue::Innovation* innovation(const catalogue::InnovationId& id) const;
  const catalogue::Organisation* organisation(const catalogue::OrganisationId& id) const;
};

/// The needs are those of `round`'s dossier, without a round of the newest. Throws
/// Refusal(kNotFound) when the region is not of this host.
CatalogueView read_catalogue(store::Reader& reader, const catalogue::RegionCode& region,
                             const std::optional<catalogue::Round>& round = {});

}  // namespace pilah::registry
