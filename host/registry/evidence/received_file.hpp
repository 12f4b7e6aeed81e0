// A file that comes in, piece by piece: its size, its kind and its name are looked at before
// it is kept.
#pragma once

#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/registry/evidence/evidence.hpp"

namespace pilah::store {
class IncomingFile;
}

namespace pilah::registry {

/// Receives the file; answers what it is and where it lies. Throws Refusal(kInvalid) for one
/// that is too large, of no kind that is taken, or whose name is none.
catalogue::Evidence received(store::IncomingFile& incoming, const EvidenceUpload& upload);

}  // namespace pilah::registry
