// A happening, as inboxes and webhooks tell of it: ids and numbers, no names.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/happening.hpp"

namespace pilah::registry {

/// {"kind", "subject": {"kind", "id"}, "revision", "at"}
boost::json::object happening_document(const catalogue::Happening& happening);

}  // namespace pilah::registry
