// The difference between two versions of a document, readable in both directions.
#pragma once

#include <string>

#include <boost/json/object.hpp>

namespace pilah::store {

/// {"field": [old, new]} for each member that differs, in the order of the
/// newer document, then of the older; a missing member is null.
boost::json::object difference(const boost::json::object& older, const boost::json::object& newer);

/// `newer` as it was before `change`. Members come in no particular order.
/// Throws std::invalid_argument when the change is none of that document's.
boost::json::object undone(boost::json::object newer, const boost::json::object& change);

}  // namespace pilah::store
