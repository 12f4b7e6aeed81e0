// Parameters as the ABI hands them over: every value at the end of its JSON pointer.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {

/// Writes a count, then for each leaf its kind (PILAH_PARAMETER_*), pointer,
/// text, integer and number; in the order of the document. Nulls are left out.
void write_leaves(const boost::json::object& parameters, wire::Sink& sink);

}  // namespace pilah::plugin
