// The JSON of reviews, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/workflow/steps.hpp"

namespace pilah::registry {

/// {"innovation": id, "name", "status", "pending": bool, "revision": n, "submitted_by": who |
///  null, "approved_by": who | null, "reasons": [{"pointer", "text"}],
///  "comments": [{"number", "by", "at", "pointer", "text", "settled"}],
///  "lacking": [{"kind", "pointer", "text": {"id", "en"}}]}
/// Status and revision are those of the version that is worked on; `at` is in
/// milliseconds since 1970-01-01 UTC.
boost::json::object review_document(const ReviewEntry& entry,
                                    const catalogue::Sentences& sentences);

/// [{"innovation": id, "verified": bool, "revision": n | null,
///   "refused": [{"kind", "pointer", "text": {"id", "en"}}]}]
boost::json::array bulk_document(const std::vector<BulkOutcome>& outcomes,
                                 const catalogue::Sentences& sentences);

}  // namespace pilah::registry
