// What sort of body an organisation of the region is.
#pragma once

namespace pilah::catalogue {

enum class OrganisationKind {
  kOpd,
  kSubdistrict,
  kVillage,
  kCommunity,
  kBusiness,
  kAcademia,
  kMedia,
};

}  // namespace pilah::catalogue
