// What was changed of an innovation, told field by field and item by item.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// One value of a field, or one item of a list.
struct FieldChange {
  std::string pointer;        ///< of the value within the entry, e.g. /indicators/0/target
  std::string field;          ///< the entry's own field that it belongs to, e.g. indicators
  boost::json::value before;  ///< null: there was none
  boost::json::value after;   ///< null: there is none
};

struct HistoryEntry {
  std::int64_t revision = 0;
  std::int64_t at = 0;  ///< milliseconds since 1970
  std::string actor;
  std::string action;
  std::vector<FieldChange> changes;  ///< empty for the first revision and an erasure
};

/// The newest first. Throws Refusal(kNotFound), Refusal(kForbidden): history tells
/// what was never published, so it is read by those who see the entry's inside.
std::vector<HistoryEntry> innovation_history(const Environment& environment, const Caller& caller,
                                             catalogue::InnovationId id);

/// Each field that was changed behind that revision, as it was then and as it is now.
/// Throws as innovation_history() does.
std::vector<FieldChange> fields_changed_since(const Environment& environment, const Caller& caller,
                                              catalogue::InnovationId id, std::int64_t revision);

/// The same of the change {"field": [old, new], ...}.
std::vector<FieldChange> changes_told(const boost::json::object& change);

}  // namespace pilah::registry
