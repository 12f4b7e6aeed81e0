// The JSON of a round's selections, one after the other.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/rounds/round_runs.hpp"

namespace pilah::registry {

/// {"round", "name", "left_out", "runs": [{"selection", "name", "revision", "at", "by", "as_of",
///   "catalogue_revision", "status", "score", "chosen": [ids], "since": null |
///   {"same_inputs", "scenario": [{"part", "before", "after"}],
///    "plugins": [{"id", "before", "after", "other_build"}],
///    "catalogue": as comparison_document has it, without names,
///    "other_day", "enter": [{"id", "name"}], "leave", "points"}}]}
boost::json::object round_runs_document(const RoundRuns& runs);

/// "since" alone.
boost::json::object run_difference_document(const RunDifference& since);

}  // namespace pilah::registry
