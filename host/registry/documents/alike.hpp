// The JSON of entries that are like others, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>

#include "pilah/registry/relations/alike_entries.hpp"
#include "pilah/registry/relations/similar.hpp"

namespace pilah::registry {

/// [{"region", "id", "name", "owner", "status", "score" (millionths),
///   "reasons": ["same_name" | "abbreviation" | "similar_name" | "similar_summary" |
///   "same_owner"], "words"}]
boost::json::array alike_document(const std::vector<AlikeEntry>& entries);

/// [{"region", "region_name", "id", "name", "summary", "benefit", "stage", "applied",
///   "results": [{"definition", "unit", "baseline", "target", "measured",
///   "measured_on"}], "score" (millionths), "words", "areas", "owner", "contact"}];
/// what is unknown is left out.
boost::json::array similar_document(const std::vector<SimilarInnovation>& entries);

}  // namespace pilah::registry
