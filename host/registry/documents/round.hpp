// The JSON of rounds, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/rounds/round_comparison.hpp"
#include "pilah/registry/rounds/rounds.hpp"

namespace pilah::registry {

/// The record, with names beside the ids: "follows_name"; in "attendance"
/// "organisation_name" and "replaced_by_name"; in "minutes" "person_name" and
/// "organisation_name"; and "not_recorded": [names], "missing": [products], "revision".
boost::json::object round_document(const RoundEntry& entry);
boost::json::array rounds_document(const std::vector<RoundEntry>& entries);

/// {"from", "to": name | null (now), "from_revision", "to_revision",
///  "totals": {"added", "changed", "mapped_otherwise", "gone"},
///  "differences": [{"fate", "id", "name", "owner"?, "fields", "areas_before", "areas_after"}]}
boost::json::object comparison_document(const RoundComparison& comparison);

}  // namespace pilah::registry
