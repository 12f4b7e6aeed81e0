// What a selection says of weights that were sealed for its round: whether it goes by them,
// or in what it differs, and whether they were sealed before the scores were seen. All
// seals of the round are told: two of them are no better than none.
//
// Pure.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "pilah/registry/choice/findings.hpp"
#include "pilah/registry/choice/sealed_weights.hpp"

namespace pilah::registry {

/// Where there are seals, result["seals"]: [{"id", "sealed_on", "by", "opened",
/// "closed_before": [names], "closed_since": [names], "as_sealed": true | false | null,
/// "differences": [{"criterion", "sealed", "weight"}]}], and a note on each. as_sealed is
/// null while it is not opened; a difference without a criterion is the way to weigh.
/// Requires: `findings` are weighed.
void tell_seals(const std::vector<SealEntry>& seals, const Scenario& scenario,
                const Findings& findings, boost::json::object& result);

/// Before or after which panels it was sealed: a statement.
boost::json::object sealed_when(const SealEntry& entry);

}  // namespace pilah::registry
