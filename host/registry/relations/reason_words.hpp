// What spoke for two entries being the same, as words for machines and messages.
#pragma once

#include <string>
#include <vector>

#include "pilah/text/comparable_entry.hpp"

namespace pilah::registry {

/// "same_name", "abbreviation", "similar_name", "similar_summary", "same_owner".
std::vector<std::string> words_of(const std::vector<text::DuplicateReason>& reasons);

}  // namespace pilah::registry
