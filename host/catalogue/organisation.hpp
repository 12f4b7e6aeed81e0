// Organisations: agencies (OPDs) and all others that own, support or propose innovations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/organisation_kind.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// Agencies are merged and renamed: `valid_to` and `successor` tell into what.
struct Organisation {
  OrganisationId id;
  RegionCode region;
  OrganisationKind kind = OrganisationKind::kOpd;
  std::string code;  ///< the region's own short code, e.g. "DINKES"; unique within it
  std::string name;
  std::vector<std::string> aliases;
  std::optional<PartialDate> valid_from;
  std::optional<PartialDate> valid_to;
  std::optional<OrganisationId> successor;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("kind", self.kind);
    visit("code", self.code);
    visit("name", self.name);
    visit("aliases", self.aliases);
    visit("valid_from", self.valid_from);
    visit("valid_to", self.valid_to);
    visit("successor", self.successor);
  }
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

}  // namespace pilah::catalogue
