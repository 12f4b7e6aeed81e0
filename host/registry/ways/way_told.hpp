// A way in, as a reason that people read and as what programs read.
//
// Pure.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/ways/way_in.hpp"

namespace pilah::registry {

/// The statement (statement.hpp) for the candidate's reasons.
boost::json::object way_reason(const Choice& choice, const WayIn& way, std::size_t place);

/// {"outcome": "chosen" | "eligible" | "helped",
///  "changes": [{...statement, "entry": id, "fields": [JSON pointers into that entry]}],
///  "fields": [those of all changes],
///  "criteria": [{"criterion": "rule/id", "from": millionths | null, "to": likewise}],
///  "gain": points, "missing": points}
/// `missing` where it would not be chosen and that is known. Empty: no change helps.
boost::json::object way_told(const Choice& choice, const WayIn& way);

}  // namespace pilah::registry
