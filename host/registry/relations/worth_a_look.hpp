// From which likeness on a person should look at two entries.
#pragma once

#include "pilah/catalogue/quantity.hpp"

namespace pilah::registry {

inline constexpr catalogue::Millionths kWorthALook{700'000};

}  // namespace pilah::registry
