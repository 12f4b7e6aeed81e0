// Teams, decrees and duties, for a person at a terminal.
#pragma once

#include <vector>

#include "pilah/registry/teams/decrees.hpp"
#include "pilah/registry/teams/duties.hpp"
#include "pilah/registry/teams/teams.hpp"

namespace pilah::cli {

class Session;

void print_team_line(const Session& session, const registry::TeamEntry& entry);
/// With its members.
void print_team(const Session& session, const registry::TeamEntry& entry);
void print_decree(const Session& session, const registry::DecreeEntry& entry);
void print_duty(const Session& session, const registry::DutyEntry& entry);

}  // namespace pilah::cli
