// A minute as it is written on a wall in a region: "2026-12-31T16:00".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// Milliseconds since 1970-01-01 UTC at the end of that minute (":59.999"), in the
/// zone. Nothing unless `text` has that form and the minute exists.
std::optional<std::int64_t> end_of_minute(std::string_view text, TimeZone zone);

}  // namespace pilah::catalogue
