// The JSON of how sure a choice is, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/choice/robustness.hpp"

namespace pilah::registry {

/// {"selection", "status", "complete", "weights", "acceptability", "budget", "best",
///  "different", "contributions", "rankings"}: complete is false where the time ran out;
/// each part an object with "said", its statements with
/// their "text" in both languages, and its numbers (robustness.hpp):
///   weights        {"criteria": [{"criterion", "title", "weight", "share", "range"}],
///                   "smallest_change": {"criterion", "direction", "share"} | null}
///                  range: {"least", "most": {"numerator", "denominator"}, "least_share",
///                  "most_share", "below", "above": {"enter", "leave"} | null} | null
///   acceptability  {"samples", "error", "candidates": [{"id", "name", "chosen", "times",
///                   "share", "held": "always" | "sometimes" | "never",
///                   "central_weights": {criterion: share}}]}
///   budget         {"limit", "used", "points": [set with "chosen"], "next_step": set with
///                   "more" | null, "next_place": set | null}
///   best           {"sets": [set]}, different {"changes", "set": set | null}
///   contributions  {"members": [{"id", "name", "score", "points"}]}
///   rankings       {"candidates": [{"id", "name", "chosen", "score", "place", "topsis",
///                   "vikor", "promethee_ii", "spotis"}], "chosen_against",
///                   "rejected_against"}
/// A set is {"enter", "leave", "score", "points", "cost"} against the chosen one.
/// Scores, points and shares are millionths.
boost::json::object robustness_document(const catalogue::SelectionRecord& selection,
                                        const Robustness& robustness,
                                        const catalogue::Sentences& sentences);

/// The set as above.
boost::json::object set_document(const OtherSet& set);

/// The statements with their texts.
boost::json::array said_document(const Said& said, const catalogue::Sentences& sentences);

}  // namespace pilah::registry
