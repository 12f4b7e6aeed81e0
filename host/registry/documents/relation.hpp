// The JSON of relations and packages, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/relations/packages.hpp"
#include "pilah/registry/relations/relations.hpp"

namespace pilah::registry {

/// The record's own fields (catalogue/relation.hpp), "from_name", "to_name", "revision".
boost::json::object relation_document(const RelationEntry& entry);
boost::json::array relations_document(const std::vector<RelationEntry>& entries);

/// The record's own fields (catalogue/relation.hpp), "revision", and what a
/// selection makes of it: {"lead_name", "entries": [{"id", "name", "owner", "archived"}],
/// "areas", "primary_area", "budget", "duration_months", "staff"}; what is unknown
/// is left out.
boost::json::object package_document(const PackageEntry& entry);
boost::json::array packages_document(const std::vector<PackageEntry>& entries);

}  // namespace pilah::registry
