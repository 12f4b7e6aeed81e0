// A change of an entry as a client sends it: a JSON merge patch (RFC 7396).
#pragma once

#include <boost/json/object.hpp>

namespace pilah::registry {

/// Nested objects are merged likewise; null takes a member away.
void merge_patch(boost::json::object& target, const boost::json::object& patch);

/// Throws Refusal(kInvalid) when the document sets what only the host or a step of the
/// workflow does: "id", "region", "origin", "status".
void require_registrable(const boost::json::object& document);

/// The same, but a status may be in it.
void require_not_set_by_host(const boost::json::object& document);

}  // namespace pilah::registry
