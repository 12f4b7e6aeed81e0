// The JSON of duplicates and of what a merge did, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/relations/duplicate_pairs.hpp"
#include "pilah/registry/relations/merge.hpp"

namespace pilah::registry {

/// {"pairs": [{"first", "second": {"region", "id", "name", "owner"}, "score"
/// (millionths), "reasons", "words"}], "total", "compared"}; reasons as in alike.hpp.
boost::json::object duplicate_pairs_document(const DuplicatePairs& found);

/// {"kept": id, "revision", "fields", "evidence", "relations", "packages", "origins",
/// "left_alone"}
boost::json::object merge_document(const MergeReport& report);

}  // namespace pilah::registry
