// What a document cannot set of an innovation: files of evidence, which are received
// (evidence/evidence.hpp), and verified values, which a verifier finds.
#pragma once

#include "pilah/catalogue/innovation.hpp"

namespace pilah::registry {

/// Throws Refusal(kInvalid) when `after` names a file that `before` did not, or leaves
/// one out, or has verified values that were not found for that indicator. Which field
/// a file proves may change: indicators are moved. Leaving out an indicator is fine.
void require_vouched(const catalogue::Innovation& before, const catalogue::Innovation& after);

}  // namespace pilah::registry
