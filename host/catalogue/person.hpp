// Persons lie apart from everything else: revisions and the audit log name
// them by id, so that one can be corrected or erased and the audit chain holds.
#pragma once

#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

struct Person {
  PersonId id;
  RegionCode region;
  std::string name;
  std::string nip;  ///< civil servant's number; empty: none or unknown
  std::string office;
  std::string contact;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("nip", self.nip);
    visit("office", self.office);
    visit("contact", self.contact);
  }
  friend bool operator==(const Person&, const Person&) = default;
};

}  // namespace pilah::catalogue
