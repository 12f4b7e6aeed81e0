// Where a command takes its scenario from.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "pilah/cli/session.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::cli {

/// The scenario document in a file of at most 1 MiB. Throws Refusal.
boost::json::object read_scenario(const Session& session, const std::string& file);

/// A file, else the name or the id of a scenario that the region keeps. Throws
/// Refusal(kNotFound) when it is neither.
boost::json::object scenario_of(const Session& session, const registry::Environment& environment,
                                const std::string& given);

}  // namespace pilah::cli
