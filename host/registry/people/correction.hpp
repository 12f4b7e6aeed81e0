// A person's data corrected (UU 27/2022), with the audit chain intact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pilah/catalogue/person.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// What the person's record is to say; what is not given stays.
struct Correction {
  std::optional<std::string> name;
  std::optional<std::string> nip;
  std::optional<std::string> office;
  std::optional<std::string> contact;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("nip", self.nip);
    visit("office", self.office);
    visit("contact", self.contact);
  }
};

/// Puts what is right in the place of what was wrong. History tells that the person was
/// corrected, when and by whom; what was wrong is erased from it as erase_person() does, and
/// when it returns no file of the data folder holds it. Answers the person's revision.
/// Throws Refusal(kForbidden) for who does not administer the region, Refusal(kNotFound),
/// Refusal(kInvalid) for nothing to correct, no name or a text of more than 200 bytes.
std::int64_t correct_person(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, catalogue::PersonId person,
                            const Correction& correction);

}  // namespace pilah::registry
