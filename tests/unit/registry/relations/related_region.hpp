// A region whose entries are related, and the people who relate them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/caller.hpp"
#include "unit/registry/choice/sample_region.hpp"
#include "unit/registry/support/refusal_of.hpp"

namespace pilah::tests {

struct RelatedRegion : SampleRegion {
  const registry::Caller all = registry::Caller::with_data_folder("test");

  catalogue::OrganisationId add_organisation(const std::string& code) {
    catalogue::Organisation organisation;
    organisation.id = {environment.new_uuid()};
    organisation.region = region;
    organisation.code = code;
    organisation.name = "Dinas " + code;
    store.write({"tester"}, [&](store::Writer& writer) { writer.put(organisation, "added"); });
    return organisation.id;
  }
  catalogue::InnovationId add_of(const catalogue::OrganisationId& owner, const std::string& name,
                                 catalogue::Status status = catalogue::Status::kVerified) {
    return add(name, [&](catalogue::Innovation& entry) {
      entry.owner = owner;
      entry.status = status;
    });
  }
  registry::Caller contributor(const catalogue::OrganisationId& organisation) const {
    registry::Caller caller;
    caller.actor = "contributor";
    caller.grants = {{catalogue::Role::kContributor, region, organisation}};
    return caller;
  }
  registry::Caller planner() const {
    registry::Caller caller;
    caller.actor = "planner";
    caller.grants = {{catalogue::Role::kPlanner, region, std::nullopt}};
    return caller;
  }
};

}  // namespace pilah::tests
