// The JSON of a history, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/history/innovation_history.hpp"

namespace pilah::registry {

/// {"history": [{"revision", "at", "actor", "action", "changes":
///   [{"pointer", "field", "label", "before", "after"}]}]}, the newest first; `at` is
/// ISO 8601 in UTC, `label` the field's name in that language.
boost::json::object history_document(const std::vector<HistoryEntry>& history,
                                     const catalogue::Sentences& sentences,
                                     catalogue::Language language);

/// "2026-01-31T09:30:00Z" of milliseconds since 1970.
std::string utc_text(std::int64_t milliseconds);

}  // namespace pilah::registry
