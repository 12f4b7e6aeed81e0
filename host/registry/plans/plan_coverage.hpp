// How a region's innovations carry out its plans: programmes without an innovation,
// innovations without a programme, links that name no item yet.
//
// A programme is one of the RPJMD or of a Renstra, of the last edition of each. An
// innovation carries it out when it links to it, or to an activity whose code begins
// with its code. Counted are the entries that the caller sees whole, archived ones left
// out: of others, nobody is told what they link to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/plan.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct ProgrammeCoverage {
  catalogue::PlanKind kind = catalogue::PlanKind::kRpjmd;
  std::string plan;          ///< its name
  std::string organisation;  ///< whose Renstra; empty: the region's RPJMD
  catalogue::PlanItemId item;
  std::string code;
  std::string name;
  std::int64_t innovations = 0;
};

struct UnplannedInnovation {
  catalogue::InnovationId id;
  std::string name;
  std::string owner;  ///< the organisation's name; empty: none
};

struct UnresolvedLink {
  UnplannedInnovation innovation;
  catalogue::PlanKind kind = catalogue::PlanKind::kRpjmd;
  std::string text;  ///< as the list or the person wrote it
};

struct PlanCoverage {
  std::int64_t revision = 0;                  ///< of the region, that this shows
  std::int64_t innovations = 0;               ///< that were looked at
  std::vector<ProgrammeCoverage> programmes;  ///< RPJMD first, then by organisation and code
  std::vector<UnplannedInnovation> without_programme;  ///< by name
  std::vector<UnresolvedLink> unresolved;              ///< by the innovation's name
};

/// Throws Refusal(kForbidden) unless the caller works in the region.
PlanCoverage plan_coverage(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region);

}  // namespace pilah::registry
