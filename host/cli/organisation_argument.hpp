// An organisation that a person named.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/organisations.hpp"

namespace pilah::cli {

/// By code, name or alias. Throws Refusal(kInvalid) when the region has none, or
/// several, of that name.
inline catalogue::OrganisationId organisation_of_argument(const registry::Environment& environment,
                                                          const registry::Caller& caller,
                                                          const catalogue::RegionCode& region,
                                                          const std::string& name) {
  std::vector<catalogue::Organisation> all;
  for (auto& entry : registry::organisations(environment, caller, region)) {
    all.push_back(std::move(entry.organisation));
  }
  if (const auto id = registry::organisation_named(all, name)) return *id;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.no_such_owner", {{"owner", name}}, ""});
}

}  // namespace pilah::cli
