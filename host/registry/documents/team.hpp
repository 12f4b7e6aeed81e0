// The JSON of teams, decrees and duties, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/teams/decrees.hpp"
#include "pilah/registry/teams/duties.hpp"
#include "pilah/registry/teams/teams.hpp"

namespace pilah::registry {

/// The record's own fields (catalogue/team.hpp: Team), its members with their names, its
/// decrees as {"id", "number", "state"}, "counts", of a working group "innovations",
/// "revision".
boost::json::object team_document(const TeamEntry& entry);
boost::json::array teams_document(const std::vector<TeamEntry>& entries);

/// The record's own fields, "signed_by_name", "state", "replaced_by", "teams", "revision".
boost::json::object decree_document(const DecreeEntry& entry);
boost::json::array decrees_document(const std::vector<DecreeEntry>& entries);

/// The record's own fields, "team_name", "person_name", "done_by_name", "late", "own",
/// "revision".
boost::json::object duty_document(const DutyEntry& entry);
boost::json::array duties_document(const std::vector<DutyEntry>& entries);

}  // namespace pilah::registry
