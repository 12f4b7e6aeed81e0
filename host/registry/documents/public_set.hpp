// The JSON of a public quick-win set.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/public_sets/public_runs.hpp"
#include "pilah/registry/public_sets/public_sets.hpp"
#include "pilah/registry/public_sets/trial.hpp"

namespace pilah::registry {

/// {"id", "region", "name", "decree"?, "adopted_on"?,
///  "amendment"?: {"reason", "decree", "left": [{"id", "name"}], "came"},
///  "placings": [{"candidate", "placing", "reason"}],
///  "shown": {"findings", "cost", "duration", "staff", "problem"}: booleans,
///  "withheld": {"fields": what the region would have to open (fields, "judgements"),
///               "rules": not installed any more, "candidates": how many are not named},
///  "selection": as tried_document() has it, but for what is withheld}.
boost::json::object public_set_document(const PublicSet& set,
                                        const catalogue::Sentences& sentences);

/// As interventions_document() has it, without "selection", with "hidden".
boost::json::object public_interventions_document(const OpenedSet& opened,
                                                  const PublicInterventions& interventions);

/// {"round": name | "", "left_out", "runs": [{"at", "as_of", "status", "chosen": how many,
///   "since": null | {"scenario", "plugins", "catalogue": {"added", "changed",
///   "mapped_otherwise", "gone"}, "other_day", "enter", "leave"}}]}
boost::json::object public_runs_document(const PublicRuns& runs);

/// {"status", "score", "cost", "optimal_sets", "candidates": [{"id", "score", "chosen"}],
///  "conflict": [...]}
boost::json::object tried_publicly_document(const TriedPublicly& tried,
                                            const catalogue::Sentences& sentences);

}  // namespace pilah::registry
