// A region whose planner holds rounds.
#pragma once

#include <string>

#include "pilah/registry/rounds/rounds.hpp"
#include "unit/registry/relations/related_region.hpp"

namespace pilah::tests {

struct RegionOfRounds : RelatedRegion {
  const catalogue::OrganisationId agency = add_organisation("KES");
  const registry::Caller by = planner();

  catalogue::Round planned(const std::string& name) const {
    catalogue::Round round;
    round.region = region;
    round.name = name;
    return round;
  }
  registry::RoundEntry plan(const catalogue::Round& round) {
    return registry::add_round(environment, by, round);
  }
  registry::RoundEntry plan(const std::string& name) { return plan(planned(name)); }
  registry::RoundStep step(catalogue::RoundId id) const { return {region, id, {}}; }
  registry::RoundEntry opened(const std::string& name) {
    return registry::open_round(environment, by, step(plan(name).round.id));
  }
  registry::RoundEntry now(catalogue::RoundId id) {
    return registry::round(environment, by, region, id);
  }
  std::string name_of(const registry::RoundEntry& entry, const catalogue::Uuid& id) {
    return entry.names.at(id);
  }
};

}  // namespace pilah::tests
