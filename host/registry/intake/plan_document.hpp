// The document that plans are imported from, read and checked.
#pragma once

#include <string_view>
#include <vector>

#include "pilah/catalogue/plan.hpp"
#include "pilah/registry/intake/organisation_index.hpp"

namespace pilah::registry {

/// The plans of the document, without ids. Throws Refusal(kInvalid) with a JSON
/// pointer per finding; an organisation is looked up by code, name or alias.
std::vector<catalogue::Plan> read_plans(std::string_view json, const catalogue::RegionCode& region,
                                        const OrganisationIndex& organisations);

}  // namespace pilah::registry
