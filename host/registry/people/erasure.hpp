// A person's data erased (UU 27/2022), with the audit chain intact.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// Fields of an innovation whose texts speak of the person.
struct MentionedIn {
  catalogue::InnovationId innovation;
  std::vector<std::string> fields;
};

/// Takes the person's texts, and those fields of the innovations, out of the records and
/// of all history, for good; the person's id stays, so that the audit log can go on
/// naming it. When it returns, the data folder holds none of them; backups that were
/// taken earlier do. Answers the last revision's number. All or nothing.
/// Throws Refusal(kForbidden) for who does not administer the region,
/// Refusal(kNotFound), Refusal(kInvalid) for a field that cannot be erased.
std::int64_t erase_person(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region, catalogue::PersonId person,
                          const std::vector<MentionedIn>& mentions);

/// INNOVATION:FIELD,FIELD as the command line takes it. Throws Refusal(kInvalid).
MentionedIn parse_mention(const std::string& text);

}  // namespace pilah::registry
