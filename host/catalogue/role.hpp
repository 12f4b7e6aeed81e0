// Who somebody is to a region: the roles that an account can be granted.
#pragma once

#include <optional>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

enum class Role {
  kReader,               ///< sees what is public, with a name of their own
  kContributor,          ///< registers and keeps the entries of an organisation
  kHeadOfOrganisation,   ///< approves them
  kVerifier,             ///< verifies or returns what is submitted in the region
  kPlanner,              ///< rounds, scenarios, selections, quick wins
  kAssessor,             ///< judges entries on a panel
  kMentor,               ///< reads and comments, often in several regions
  kNationalEvaluator,    ///< reads and comments in every region
  kRegionAdministrator,  ///< accounts, organisations, plugins, publication of a region
  kHostAdministrator,    ///< regions, plugin packages, backups
};

/// A role, and where it holds.
struct Grant {
  Role role = Role::kReader;
  std::optional<RegionCode> region;            ///< none: every region of the host
  std::optional<OrganisationId> organisation;  ///< for whom a contributor or head acts

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("role", self.role);
    visit("region", self.region);
    visit("organisation", self.organisation);
  }
  friend bool operator==(const Grant&, const Grant&) = default;
};

}  // namespace pilah::catalogue
