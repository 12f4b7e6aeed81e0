// A round that a person named.
#pragma once

#include <string>

#include "pilah/registry/rounds/rounds.hpp"

namespace pilah::cli {

/// By id or name. Throws Refusal(kInvalid) when the region has none, or several, of that
/// name.
catalogue::RoundId round_of_argument(const registry::Environment& environment,
                                     const registry::Caller& caller,
                                     const catalogue::RegionCode& region, const std::string& text);

}  // namespace pilah::cli
