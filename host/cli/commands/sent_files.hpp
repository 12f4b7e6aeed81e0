// Files that a command hands in or saves, piece by piece.
#pragma once

#include <string>

#include "pilah/registry/evidence/evidence.hpp"

namespace pilah::cli {

class Session;

/// What is in the file, for the claim `field` of an entry if it proves one. Throws
/// Refusal(kInvalid) for a file that cannot be opened.
registry::EvidenceUpload upload_of(const Session& session, const std::string& file,
                                   const std::string& field = "");

/// Throws Refusal(kUnavailable) when it cannot be written.
void save(const Session& session, const registry::EvidenceFile& file, const std::string& path);

}  // namespace pilah::cli
