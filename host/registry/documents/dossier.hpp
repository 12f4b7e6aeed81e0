// The JSON of a round's dossier, for HTTP and the command line alike.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/registry/rounds/dossier.hpp"

namespace pilah::registry {

/// The record without "id" and "steps", and {"round", "inherited"?: name, "revision",
/// "board": [{"step", "name": {"id", "en"}, "state", "owner"?, "owner_name"?, "due"?,
/// "document"?, "late": bool}]}
boost::json::object dossier_document(const DossierEntry& entry);

}  // namespace pilah::registry
