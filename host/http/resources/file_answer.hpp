// A file that is kept as evidence, as an answer.
#pragma once

#include "pilah/http/exchange.hpp"
#include "pilah/registry/evidence/evidence.hpp"

namespace pilah::http {

/// Its bytes, each piece read once the one before is sent. Nothing in the file runs, whoever
/// opens it: no script, no frame, no guess at its type.
Response file_answer(registry::EvidenceFile file);

}  // namespace pilah::http
