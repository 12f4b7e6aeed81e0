// Teams, their members and decrees as a person names them.
#pragma once

#include <string>

#include "pilah/registry/teams/decrees.hpp"
#include "pilah/registry/teams/teams.hpp"

namespace pilah::cli {

class Session;

/// Who asks of which region.
struct Asked {
  const registry::Environment& environment;
  registry::Caller caller;
  catalogue::RegionCode region;
};
/// Of the region that the session chose.
Asked asked_in(const Session& session, const registry::Environment& environment);

/// By id or name. Throws Refusal(kInvalid) when the region has none, or several, of that
/// name.
registry::TeamEntry team_of_argument(const Asked& asked, const std::string& text);

/// The member of that name or id. Throws Refusal(kInvalid) that names all of them.
catalogue::PersonId member_of_argument(const registry::TeamEntry& team, const std::string& text);

/// By id or number. Throws Refusal(kInvalid) when the region has none of that number.
registry::DecreeEntry decree_of_argument(const Asked& asked, const std::string& text);

/// Throws Refusal(kInvalid) for what is no date.
catalogue::PartialDate date_of_argument(const std::string& text);

}  // namespace pilah::cli
