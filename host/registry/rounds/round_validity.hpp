// What a round must be to be stored.
#pragma once

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/round.hpp"

namespace pilah::registry {

/// All that is wrong, each with the pointer of its field; empty when it may be stored.
catalogue::Messages wrong_with(const catalogue::Round& round);

}  // namespace pilah::registry
