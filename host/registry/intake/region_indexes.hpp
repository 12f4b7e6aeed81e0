// Organisations and plans by region, looked up when a row first needs them.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/organisation_index.hpp"
#include "pilah/registry/intake/plan_index.hpp"

namespace pilah::registry {

/// The region with that code: of this host, else of the directory, else the holding list.
catalogue::Region region_with(const Environment& environment, const catalogue::RegionCode& code);

/// What one import knows of its regions, as they were when it began. References
/// stay valid as long as this lives. Any thread may look up; only the one that
/// stages may add to an index, before others look it up.
class RegionIndexes {
 public:
  explicit RegionIndexes(const Environment& environment) : environment_(environment) {}

  OrganisationIndex& organisations(const catalogue::RegionCode& region);
  const PlanIndex& plans(const catalogue::RegionCode& region);

 private:
  struct Indexes {
    std::unique_ptr<OrganisationIndex> organisations;
    PlanIndex plans;
  };
  Indexes& of(const catalogue::RegionCode& region);

  const Environment& environment_;
  std::mutex mutex_;
  std::map<catalogue::RegionCode, Indexes> by_region_;
};

}  // namespace pilah::registry
