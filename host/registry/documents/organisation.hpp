// The JSON of organisations, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/people/organisations.hpp"

namespace pilah::registry {

/// The record's own fields (catalogue/organisation.hpp), the number of
/// "innovations" that it owns, and its "revision".
boost::json::object organisation_document(const OrganisationEntry& entry);

boost::json::array organisations_document(const std::vector<OrganisationEntry>& entries);

}  // namespace pilah::registry
